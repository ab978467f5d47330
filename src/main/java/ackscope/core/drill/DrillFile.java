package ackscope.core.drill;

import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultKind;
import ackscope.core.settings.OwnTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the causes of drills, version {@value #VERSION}. Any thread but the FX thread. */
public final class DrillFile {
    static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record FileForm(int version, List<CauseForm> causes) {
    }

    private record CauseForm(String fault, String name, Map<String, String> with, Integer every, List<String> signs) {
    }

    private DrillFile() {
    }

    /** The causes that come with the app, those of one group side by side. */
    public static List<DrillCause> builtIn() {
        return read(new OwnTexts("drill").read("causes.json"));
    }

    /**
     * The causes in a text.
     *
     * @throws IllegalArgumentException in words when they are none
     */
    static List<DrillCause> read(String text) {
        FileForm file;
        try {
            file = JSON.readValue(text, FileForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The drills are no list of causes: " + e.getOriginalMessage(), e);
        }
        if (file.version() != VERSION || file.causes() == null || file.causes().size() < 2) {
            throw new IllegalArgumentException("The drills are not of version " + VERSION
                    + " of the format, or name fewer than two causes.");
        }
        Set<String> names = new HashSet<>();
        return file.causes().stream().map(form -> cause(form, names)).toList();
    }

    private static DrillCause cause(CauseForm form, Set<String> names) {
        FaultKind kind = new FaultCatalogue().find(String.valueOf(form.fault())).orElseThrow(
                () -> new IllegalArgumentException("There is no fault '" + form.fault() + "' for a drill."));
        if (form.name() == null || form.name().isBlank() || !names.add(form.name())) {
            throw new IllegalArgumentException("The drill '" + form.fault() + "' has no name of its own.");
        }
        if (form.signs() == null || form.signs().isEmpty()) {
            throw new IllegalArgumentException("The drill '" + form.fault() + "' does not say what tells it.");
        }
        return new DrillCause(form.fault(), form.name(), kind.group(), form.with() == null ? Map.of() : form.with(),
                form.every() == null ? OptionalInt.empty() : OptionalInt.of(form.every()), form.signs());
    }
}
