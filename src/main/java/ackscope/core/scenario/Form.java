package ackscope.core.scenario;

import ackscope.core.settings.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An object of a scenario file while it is read: asks for members by name, notes what is wrong with them, and at its end what is there
 * although nobody asked for it. A member that is wrong reads as if it were not there. For one thread.
 */
final class Form {
    private final Located.Group group;
    private final String what;
    private final List<Flaw> flaws;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param what the object is, for sentences: "the topic" */
    Form(Located.Group group, String what, List<Flaw> flaws) {
        this.group = group;
        this.what = what;
        this.flaws = flaws;
    }

    Located.Group group() {
        return group;
    }

    /** Something is wrong at a place. */
    void flaw(Located at, String words) {
        flaws.add(new Flaw(at.line(), at.column(), words));
    }

    /** Something is wrong at a member, or at the object when it is not there. */
    void flaw(String name, String words) {
        find(name).ifPresentOrElse(at -> flaw(at, words), () -> flaw(group, words));
    }

    private Optional<Located> find(String name) {
        asked.add(name);
        return Optional.ofNullable(group.members().get(name)).map(Located.Member::value);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private <T extends Located> Optional<T> find(String name, Class<T> type, String wanted) {
        Optional<Located> there = find(name);
        if (there.isPresent() && !type.isInstance(there.get())) {
            flaw(there.get(), "'" + name + "' is " + wanted + ", not " + there.get().kind() + ".");
            return Optional.empty();
        }
        return there.map(type::cast);
    }

    /** It must be there. */
    void need(String name) {
        if (!has(name)) {
            flaw(group, "'" + name + "' is missing in " + what + ".");
        }
    }

    Optional<String> text(String name) {
        return find(name, Located.Text.class, "a text in quotes").map(Located.Text::text);
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** A text that must be there and say something. */
    String neededText(String name) {
        need(name);
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().isBlank()) {
            flaw(name, "'" + name + "' is empty. Write something.");
        }
        return text.orElse("");
    }

    boolean flag(String name, boolean otherwise) {
        return find(name, Located.Flag.class, "true or false").map(Located.Flag::set).orElse(otherwise);
    }

    OptionalLong whole(String name, long least, long most) {
        Optional<Located.Numeral> there = find(name, Located.Numeral.class, "a number");
        return there.isEmpty() ? OptionalLong.empty() : whole(name, there.get(), least, most);
    }

    long whole(String name, long least, long most, long otherwise) {
        return whole(name, least, most).orElse(otherwise);
    }

    private OptionalLong whole(String name, Located.Numeral at, long least, long most) {
        try {
            long number = at.number().longValueExact();
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        } catch (ArithmeticException _) {
            // Said below.
        }
        flaw(at, "'" + name + "' is a whole number from " + least + " to " + most + ", not "
                + at.number().toPlainString()
                + ".");
        return OptionalLong.empty();
    }

    double number(String name, double least, double most, double otherwise) {
        Optional<Located.Numeral> there = find(name, Located.Numeral.class, "a number");
        if (there.isEmpty()) {
            return otherwise;
        }
        double number = there.get().number().doubleValue();
        if (number >= least && number <= most) {
            return number;
        }
        flaw(there.get(), "'" + name + "' is a number from " + least + " to " + most + ", not "
                + there.get().number().toPlainString() + ".");
        return otherwise;
    }

    Optional<Form> form(String name, String of) {
        return find(name, Located.Group.class, "an object { }").map(g -> new Form(g, of, flaws));
    }

    /** The objects of a list. */
    List<Form> forms(String name, String of) {
        Optional<Located.Row> row = find(name, Located.Row.class, "a list [ ]");
        List<Form> forms = new ArrayList<>();
        for (Located item : row.map(Located.Row::items).orElse(List.of())) {
            if (item instanceof Located.Group one) {
                forms.add(new Form(one, of, flaws));
            } else {
                flaw(item, "In '" + name + "' stand objects { }, not " + item.kind() + ".");
            }
        }
        return forms;
    }

    /** Texts by name; numbers, true and false are taken as they are written, and null as "". */
    Map<String, String> texts(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        find(name, Located.Group.class, "an object { }").ifPresent(g -> g.members().forEach((key, member) -> {
            switch (member.value()) {
                case Located.Text(int _, int _, String text) -> all.put(key, text);
                case Located.Numeral(int _, int _, var number) -> all.put(key, number.toPlainString());
                case Located.Flag(int _, int _, boolean set) -> all.put(key, Boolean.toString(set));
                case Located.Nothing _ -> all.put(key, "");
                case Located.Group _,Located.Row _ ->
                    flaw(member.value(), "'" + key + "' is one value, not " + member.value().kind() + ".");
            }
        }));
        return all;
    }

    /** One of several words. */
    Optional<String> oneOf(String name, List<String> words) {
        Optional<String> text = text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            flaw(name, "'" + text.get() + "' is none of " + String.join(", ", words) + "." + near(text.get(), words));
            return Optional.empty();
        }
        return text;
    }

    /** Every member, whatever its name; all count as asked for. */
    void each(BiConsumer<String, Located> todo) {
        group.members().forEach((name, member) -> {
            asked.add(name);
            todo.accept(name, member.value());
        });
    }

    /** Notes what nobody asked for. */
    void end() {
        group.members().forEach((name, member) -> {
            if (!asked.contains(name)) {
                flaws.add(new Flaw(member.line(), member.column(),
                        "'" + name + "' is not known in " + what + "." + near(name, List.copyOf(asked))));
            }
        });
    }

    /** " Did you mean 'x'?" if one of these is close, else "". */
    static String near(String name, List<String> words) {
        return Spelling.nearest(name, words).map(w -> " Did you mean '" + w + "'?").orElse("");
    }
}
