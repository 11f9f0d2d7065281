package footnote;

import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Citation;
import footnote.domain.Question;
import footnote.ingest.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One answer on the terminal, with its footnotes. */
@Command(
        name = "ask",
        description = "Answer one question, with its footnotes. Exit code 3 if the passages don't answer it.")
final class AskCommand implements Callable<Integer> {
    @ParentCommand
    private Footnote footnote = new Footnote();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "QUESTION", description = "the question, in quotation marks")
    private String question = "";

    @Override
    public Integer call() throws InterruptedException {
        Question asked = Question.of(question, footnote.options.today());
        PrintWriter out = spec.commandLine().getOut();
        try (Wiring wiring = Wiring.openToAsk(footnote.options)) {
            wiring.loadModels();
            if (wiring.writes()) {
                wiring.update(Progress.SILENT);
                wiring.embed(Terminal.progress());
            }
            List<AnswerEvent> heard = new ArrayList<>();
            wiring.assistant().ask(asked, heard::add);
            return print(heard.getLast(), out);
        }
    }

    private static int print(AnswerEvent last, PrintWriter out) {
        return switch (last) {
            case AnswerEvent.Completed completed -> print(completed.answer(), out);
            case AnswerEvent.Declined declined -> {
                out.println(declined.closest().answer());
                printNotice(declined.closest(), out);
                yield Footnote.DECLINED;
            }
            case AnswerEvent.Failed failed -> {
                out.println(failed.message());
                yield Footnote.FAULT;
            }
            case AnswerEvent.Sources sources -> throw new IllegalStateException("no ending after " + sources);
            case AnswerEvent.Text text -> throw new IllegalStateException("no ending after " + text);
        };
    }

    private static int print(Answer answer, PrintWriter out) {
        out.println(answer.answer());
        out.println();
        for (Citation citation : answer.citations()) {
            String date = citation.date() == null ? "undated" : citation.date().toString();
            out.printf("[%d] %s (%s)%n    %s%n", citation.marker(), citation.title(), date, citation.quote());
        }
        printNotice(answer, out);
        return 0;
    }

    private static void printNotice(Answer answer, PrintWriter out) {
        if (answer.notice() != null) {
            out.println();
            out.println(answer.notice());
        }
    }
}
