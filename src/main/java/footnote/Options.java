package footnote;

import footnote.slack.SlackSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The settings of every command, as the command line, the environment or {@link Settings#FILE} give them. */
final class Options {
    static final String EMBEDDED = "embedded";
    static final Path USUAL_PROMPTS = Path.of("prompts");

    @Option(
            names = "--passages",
            scope = ScopeType.INHERIT,
            defaultValue = "seeds",
            paramLabel = "FOLDER",
            description = "folder of passages, any depth (default: ${DEFAULT-VALUE})")
    Path passages = Path.of("seeds");

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            defaultValue = ".footnote",
            paramLabel = "FOLDER",
            description = "index and caches; safe to delete, rebuilt (default: ${DEFAULT-VALUE})")
    Path data = Path.of(".footnote");

    @Option(
            names = "--host",
            scope = ScopeType.INHERIT,
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            scope = ScopeType.INHERIT,
            defaultValue = "8080",
            description = "port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE})")
    int port = 8080;

    @Option(
            names = "--public-url",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            converter = WebAddress.class,
            description = "the address that links outside the page start with (default: none)")
    @Nullable
    URI publicUrl; // null where people reach the server directly

    @Option(
            names = "--slack-api",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            converter = WebAddress.class,
            description = "where Slack's methods are called (default: Slack's own)")
    URI slackApi = SlackSettings.SLACK;

    @Option(
            names = "--as-of",
            scope = ScopeType.INHERIT,
            paramLabel = "DATE",
            converter = IsoDate.class,
            description = "the day that \"last week\" or \"now\" is counted from (default: today)")
    @Nullable
    LocalDate asOf; // null means the day of each question

    @Option(
            names = "--model",
            scope = ScopeType.INHERIT,
            defaultValue = EMBEDDED,
            paramLabel = "MODEL",
            description =
                    "who writes: embedded, or openai:NAME, anthropic:NAME, gemini:NAME, ollama:NAME; its key comes"
                            + " from the environment (default: ${DEFAULT-VALUE})")
    String model = EMBEDDED;

    @Option(
            names = "--model-url",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            description = "the model's server, for instance http://127.0.0.1:8000/v1 (default: the provider's own)")
    @Nullable
    String modelUrl; // null means the provider's own

    @Option(
            names = "--prompts",
            scope = ScopeType.INHERIT,
            defaultValue = "prompts",
            paramLabel = "FOLDER",
            description = "holds answer.md and condense.md; a file that isn't there is the built-in one (default:"
                    + " ${DEFAULT-VALUE})")
    Path prompts = USUAL_PROMPTS;

    /** The day that questions without a day of their own are asked from. */
    LocalDate today() {
        return asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
    }

    /** Reads a day, or names the value that is none. */
    static final class IsoDate implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("must be a date such as 2021-12-30, got '" + value + "'");
            }
        }
    }
}
