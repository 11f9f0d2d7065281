package footnote.eval;

import footnote.ingest.Progress;
import java.io.PrintStream;

/** Shows on one line of a terminal, written over and over, how far a step has come. One thread at a time. */
public final class TerminalProgress implements Progress {
    private final PrintStream terminal;
    private String step = "";
    private int percent = -1;

    public TerminalProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void report(String newStep, int done, int total) {
        int reached = (int) (100L * done / Math.max(1, total));
        if (newStep.equals(step) && reached == percent) {
            return;
        }
        step = newStep;
        percent = reached;
        terminal.printf("\r%s: %,d of %,d", step, done, total);
        if (done >= total) {
            terminal.println();
        }
        terminal.flush();
    }
}
