package ackscope.core.export.code;

import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordDraft.DraftHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Records of every sort, with what is hard to write in a program. */
final class Drafts {
    /** Quotes, escapes, signs that mean something in a language or a shell, several scripts, control characters. */
    static final String HARD = "it's \"so\" \\ \\u0041 \\n $HOME ${x} `ls` #{1} %s {{topic}} \t\f\u0001 \u00fc \u20ac \ud83d\ude80 \u2028 </x>";

    /** Not older, or the topic's retention would remove it. */
    private static final long A_MINUTE_AGO = System.currentTimeMillis() - 60_000;

    private Drafts() {
    }

    /** What is typed for a text to be sent as it is. */
    static Payload string(String text) {
        return Payload.string(text.replace("${", "$${"));
    }

    /** A plain one. */
    static RecordDraft plain(String topic) {
        return new RecordDraft(topic, Payload.string("order-7"), new Payload(PayloadType.JSON, "{\"qty\": 3}", false),
                List.of(), OptionalInt.empty(), OptionalLong.empty());
    }

    static List<RecordDraft> all(String topic) {
        List<RecordDraft> all = new ArrayList<>();
        all.add(new RecordDraft(topic, string(HARD), string(HARD + "\n" + HARD),
                List.of(new DraftHeader(HARD, string(HARD)), new DraftHeader("none", Payload.NULL),
                        new DraftHeader("int", new Payload(PayloadType.INT, "42", false)),
                        new DraftHeader("int", new Payload(PayloadType.BASE64, "AP8=", false))),
                OptionalInt.of(0), OptionalLong.of(A_MINUTE_AGO)));
        all.add(new RecordDraft(topic, Payload.NULL, Payload.NULL, List.of(), OptionalInt.empty(),
                OptionalLong.empty()));
        String[][] numbers = {{"INT", "-2147483648"}, {"INT", "2147483647"}, {"LONG", "-9223372036854775808"},
                {"LONG", "7"}, {"DOUBLE", "-0.0"}, {"DOUBLE", "NaN"}, {"DOUBLE", "1e300"}, {"DOUBLE", "-Infinity"},
                {"UUID", "123e4567-E89B-12d3-a456-426614174000"}, {"BASE64", "AP8="}, {"HEX", "00 ff 7F"},
                {"STRING", ""}};
        for (int i = 0; i < numbers.length; i++) {
            all.add(new RecordDraft(topic, of(numbers[i]), of(numbers[numbers.length - 1 - i]), List.of(),
                    OptionalInt.empty(), OptionalLong.empty()));
            all.add(new RecordDraft(topic, new Payload(PayloadType.valueOf(numbers[i][0]), "", true), of(numbers[i]),
                    List.of(), OptionalInt.empty(), OptionalLong.empty()));
        }
        return all;
    }

    private static Payload of(String[] typed) {
        return new Payload(PayloadType.valueOf(typed[0]), typed[1], false);
    }
}
