package ackscope.core.scenario;

import ackscope.core.settings.Keys;
import ackscope.core.settings.OwnTexts;
import ackscope.core.settings.SafeFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scenarios that there are: those that come with the app, and a person's own, one file each in a folder. Its calls read files and
 * belong on no FX thread; any thread.
 */
public final class Scenarios {
    private static final OwnTexts OWN = new OwnTexts("scenarios");
    private static final String ENDING = ".json";
    private static final long MOST_BYTES = 1 << 20;

    private final Path folder;

    /** @param folder of the person's own; need not be there */
    public Scenarios(Path folder) {
        this.folder = folder;
    }

    /**
     * All that can be played, and what is wrong with the others.
     *
     * @param own      names of those in the person's folder
     * @param troubles one for each file that is no scenario
     */
    public record Listed(List<Scenario> scenarios, List<String> own, List<String> troubles) {
    }

    /** Names of those that come with the app, in the order in which to show them. */
    public static List<String> names() {
        return OWN.index();
    }

    /** Those that come with the app. */
    public static List<Scenario> builtIn() {
        return names().stream().map(Scenarios::builtIn).toList();
    }

    /** Those of them that are played twice with a setting changed, without transactions and breaker. */
    public static List<Scenario> twins() {
        return builtIn().stream().filter(s -> s.twins() && s.breaker().isEmpty()
                && !s.settings().containsKey(Keys.TRANSACTIONAL_ID)).toList();
    }

    /** One that comes with the app. */
    public static Scenario builtIn(String name) {
        return ScenarioFile.read(OWN.read(name + ENDING), name, name + ENDING);
    }

    /** All there are, the app's first; a person's own goes over one of the app's that has its name. */
    public Listed list() {
        List<Scenario> all = new ArrayList<>(builtIn());
        List<String> own = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (Path file : files(troubles)) {
            try {
                Scenario scenario = read(file);
                all.removeIf(s -> s.name().equals(scenario.name()));
                all.add(scenario);
                own.add(scenario.name());
            } catch (ScenarioException e) {
                troubles.add(e.getMessage());
            }
        }
        return new Listed(List.copyOf(all), List.copyOf(own), List.copyOf(troubles));
    }

    private List<Path> files(List<String> troubles) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            troubles.add("The folder " + folder + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    /**
     * A scenario by its name, or in a file.
     *
     * @throws ScenarioException in words when there is none, or it cannot be played
     */
    public Scenario find(String nameOrFile) {
        Path own = folder.resolve(nameOrFile + ENDING).normalize();
        if (own.startsWith(folder.normalize()) && Files.isRegularFile(own)) {
            return read(own);
        }
        if (names().contains(nameOrFile)) {
            return builtIn(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (Files.isRegularFile(file)) {
            return read(file);
        }
        if (nameOrFile.endsWith(ENDING) || file.getNameCount() > 1) {
            throw new ScenarioException("There is no file " + file + ".");
        }
        throw new ScenarioException("There is no scenario '" + nameOrFile + "'." + Form.near(nameOrFile, names())
                + " 'ackscope run --list' names them all.");
    }

    /**
     * The scenario in a file; its name is the file's without its ending.
     *
     * @throws ScenarioException in words when it cannot be read or played
     */
    public static Scenario read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ScenarioException(file + " is larger than 1 MiB, and no scenario is.");
            }
            return ScenarioFile.read(Files.readString(file), name(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ScenarioException("There is no file " + file + ".", e);
        } catch (MalformedInputException e) {
            throw new ScenarioException(file + " is not text in UTF-8.", e);
        } catch (IOException e) {
            throw new ScenarioException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Puts a file that somebody wrote among the person's own; its name is the file's.
     *
     * @throws ScenarioException in words when it is no scenario that can be played, or cannot be kept
     */
    public Scenario add(Path file) {
        read(file);
        try {
            return keep(name(file), Files.readString(file));
        } catch (IOException e) {
            throw new ScenarioException(file + " cannot be read: " + SafeFile.reason(e), e);
        }
    }

    /**
     * Keeps a scenario under a name, or one with a number behind it where another has that name.
     *
     * @throws ScenarioException in words when the text is none that can be played, or cannot be kept
     */
    public Scenario keep(String wanted, String text) {
        String plain = fit(wanted).replaceAll("^[-.]+|[-.]+$", "");
        String start = plain.isEmpty() ? "scenario" : plain;
        try {
            Files.createDirectories(folder);
            for (int i = 1;; i++) {
                String name = i == 1 ? start : start + "-" + i;
                Path file = folder.resolve(name + ENDING);
                boolean there = Files.exists(file);
                if (there && Files.readString(file).equals(text)) {
                    return read(file);
                }
                if (!there && !names().contains(name)) {
                    Scenario kept = ScenarioFile.read(text, name, file.toString());
                    SafeFile.write(file, text);
                    return kept;
                }
            }
        } catch (IOException e) {
            throw new ScenarioException("The scenario cannot be kept in " + folder + ": " + SafeFile.reason(e)
                    + ". Allow writing there, or make room.", e);
        }
    }

    /** The file of one of the person's own. */
    public Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /** Fit for a topic's name, which begins with it. */
    private static String name(Path file) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        String plain = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return fit(plain);
    }

    private static String fit(String name) {
        String fit = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return fit.substring(0, Math.min(fit.length(), 100));
    }
}
