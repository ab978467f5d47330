package ackscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said where no window can open. */
class MainTest {
    @Test
    void withoutADisplayOneSentenceSaysWhatToDo() {
        String words = Main.noWindow(Map.of(), "Linux", "");
        assertTrue(words.contains("DISPLAY") && words.contains("xvfb"), words);
        assertEquals(1, words.lines().count());
    }

    @Test
    void otherSystemsAndTheHeadlessPlatformNeedNone() {
        assertEquals("", Main.noWindow(Map.of(), "Windows 11", ""));
        assertEquals("", Main.noWindow(Map.of(), "Mac OS X", ""));
        assertEquals("", Main.noWindow(Map.of(), "Linux", "Headless"));
    }
}
