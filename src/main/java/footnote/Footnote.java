package footnote;

import footnote.domain.InvalidValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code serve} (the default), {@code ask}, {@code index} and {@code eval}. Exit codes: 0 done, 1 a fault,
 * 2 bad usage, 3 declined.
 */
@Command(
        name = "footnote",
        description =
                "Answers questions from a folder of passages, and shows for every sentence the passage that says so.",
        mixinStandardHelpOptions = true,
        version = "footnote 0.1",
        synopsisSubcommandLabel = "[COMMAND]",
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            ServeCommand.class,
            AskCommand.class,
            IndexCommand.class,
            EvalCommand.class,
            CalibrateCommand.class
        })
public final class Footnote implements Callable<Integer> {
    static final int FAULT = 1;
    static final int BAD_USAGE = 2;
    static final int DECLINED = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Footnote.class);

    /** Lucene announces its vector code at each start; held here, since the JDK keeps loggers only weakly. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    @Mixin
    final Options options = new Options();

    @Mixin
    final ServeOptions serveOptions = new ServeOptions();

    public static void main(String[] arguments) {
        LUCENE.setLevel(java.util.logging.Level.WARNING);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, System.getenv(), Path.of(""), out, err));
    }

    /** Runs one command to its end and returns its exit code. */
    static int run(String[] arguments, Map<String, String> environment, Path folder, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Footnote()).setOut(out).setErr(err);
        line.setExecutionExceptionHandler(Footnote::explain);
        try {
            line.setDefaultValueProvider(Settings.read(environment, folder, options(line)));
        } catch (Settings.UnknownSetting e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        } catch (IOException e) {
            err.println(Settings.FILE + " can't be read: " + e.getMessage());
            return FAULT;
        }
        return line.execute(arguments);
    }

    private static Set<String> options(CommandLine line) {
        Set<String> names = new HashSet<>(line.getCommandSpec().optionsMap().keySet());
        line.getSubcommands().values().forEach(sub -> names.addAll(options(sub)));
        return names;
    }

    /** Faults that a person can mend are one sentence; the rest is logged, and only named. */
    private static int explain(Exception fault, CommandLine line, ParseResult parsed) {
        switch (fault) {
            case InvalidValue wrong -> {
                line.getErr().println(named(wrong.field(), line) + " " + wrong.getMessage());
                return BAD_USAGE;
            }
            case UncheckedIOException broken -> line.getErr().println(broken.getMessage());
            case IllegalStateException state -> line.getErr().println(state.getMessage());
            default -> {
                LOG.error("the command failed", fault);
                line.getErr().println("Footnote failed because of a fault; the log has it.");
            }
        }
        return FAULT;
    }

    /** As the user knows it: an option by its dashes, an argument by its name in the help. */
    private static String named(String field, CommandLine line) {
        String argument = field.toUpperCase(Locale.ROOT);
        boolean isArgument = line.getCommandSpec().positionalParameters().stream()
                .anyMatch(known -> known.paramLabel().equals(argument));
        return isArgument ? argument : "--" + field;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return ServeCommand.serve(this, spec.commandLine().getOut());
    }
}
