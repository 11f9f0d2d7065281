package footnote;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option's value comes from when the command line doesn't say: the environment ({@code FOOTNOTE_PUBLIC_URL} for
 * {@code --public-url}), else {@code footnote.properties} in the working folder ({@code public-url}), else the default.
 */
final class Settings implements IDefaultValueProvider {
    static final String FILE = "footnote.properties";
    private static final String PREFIX = "FOOTNOTE_";

    /** Secrets come by the environment alone, so that none lies in a file or in a list of processes. */
    private static final Set<String> SECRETS = Set.of("FOOTNOTE_API_KEYS");

    private final Map<String, String> environment;
    private final Properties file;

    Settings(Map<String, String> environment, Properties file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    /** @throws UnknownSetting if the environment or the file sets something that no option is named after */
    static Settings read(Map<String, String> environment, Path folder, Set<String> options) throws IOException {
        Properties file = new Properties();
        Path path = folder.resolve(FILE);
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                file.load(reader);
            }
        }
        Settings settings = new Settings(environment, file);
        settings.refuseUnknown(options);
        return settings;
    }

    private void refuseUnknown(Set<String> options) {
        for (String name : new TreeSet<>(file.stringPropertyNames())) {
            if (!options.contains("--" + name)) {
                throw new UnknownSetting("unknown setting '" + name + "' in " + FILE);
            }
        }
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !SECRETS.contains(name) && !options.contains(option(name))) {
                throw new UnknownSetting("unknown environment variable " + name);
            }
        }
    }

    private static String option(String variable) {
        return "--"
                + variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = option.longestName().substring(2);
        String variable = PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String set = environment.get(variable);
        return set == null ? file.getProperty(name) : set;
    }

    /** A setting that nothing is named after; the message names it. */
    static final class UnknownSetting extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownSetting(String message) {
            super(message);
        }
    }
}
