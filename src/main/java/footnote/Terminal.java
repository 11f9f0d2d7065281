package footnote;

import footnote.eval.TerminalProgress;
import footnote.ingest.Progress;
import java.io.Console;

/** Tells a person's terminal from a pipe. */
final class Terminal {
    private Terminal() {}

    /** Progress for a person to watch; silence in a pipe. */
    static Progress progress() {
        return isThere() ? new TerminalProgress(System.err) : Progress.SILENT;
    }

    @SuppressWarnings("SystemConsoleNull") // on Java 21 it is null where there is no terminal
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on a console may be there without a terminal, and only this method of that Java tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
