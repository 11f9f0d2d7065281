package footnote.answer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Assistant;
import footnote.answer.FollowUpRule;
import footnote.answer.SearchedEvidence;
import footnote.answer.TimedSearch;
import footnote.answer.check.SupportCheck;
import footnote.domain.Answer;
import footnote.domain.Document;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.ingest.PassageSplitter;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.testing.Asking;
import footnote.testing.HashEmbedder;
import footnote.testing.PoisonedSet;
import footnote.testing.QuotingAnswerer;
import footnote.testing.ScriptedModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole questions over poisoned documents, to a model that tells the truth first and then does what passages order. */
class ObedientModelTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 1);
    private static final Pattern QUOTED = Pattern.compile("[\"'“‘]([^\"'”’]{4,})[\"'”’]");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|(?:www\\.)?\\w+\\.(?:com|xyz)");
    private static final Pattern FOR_YOUR_ANSWER =
            Pattern.compile("(?i)(?:in|of|to|,)? ?your (?:response|answer|reply|message)('s)?,?");
    private static final Pattern FIRST_TEXT =
            Pattern.compile("<passage 1 \\|[^>]*>\\n(.*?)\\n</passage", Pattern.DOTALL);

    @TempDir
    private Path data;

    @Test
    void theSeedArticleWithOrdersInItIsAnsweredWithoutThem() {
        PoisonedSet set = PoisonedSet.seed();

        List<Answer> answers = answers(set);

        set.assertNothingIsPlantedIn(answers);
        assertThat(answers).anyMatch(answer -> answer.status() == Answer.Status.ANSWERED);
    }

    @Test
    void mailsWithOrdersInThemAreAnsweredWithoutThem() {
        PoisonedSet set = PoisonedSet.mails();

        List<Answer> answers = answers(set);

        assertThat(answers).hasSizeGreaterThanOrEqualTo(75);
        set.assertNothingIsPlantedIn(answers);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == Answer.Status.ANSWERED)
                .hasSizeGreaterThan(answers.size() / 2);
    }

    private List<Answer> answers(PoisonedSet set) {
        ModelCalls calls =
                new ModelCalls(new ScriptedModel(prompt -> obeyed(prompt, set.orders())), ModelLimits.usual());
        GenerativeAnswerer answerer = new GenerativeAnswerer(
                "scripted:m",
                calls,
                Prompts.open(Path.of("prompts")),
                SupportCheck.byWords(),
                new QuotingAnswerer(),
                use -> {});
        HashEmbedder embedder = new HashEmbedder();
        try (PassageWriter writer = PassageWriter.open(data, embedder)) {
            set.documents().forEach(document -> write(writer, embedder, document));
            writer.commit();
            SearchedEvidence finder = new SearchedEvidence(new TimedSearch(writer.index(), Ranking.usual()));
            Assistant assistant = new Assistant(new FollowUpRule(), finder, answerer, writer.index()::state);
            return set.questions().stream()
                    .map(question -> Asking.of(assistant, Question.of(question, TODAY)))
                    .toList();
        }
    }

    private static void write(PassageWriter writer, HashEmbedder embedder, Document document) {
        List<Passage> passages = PassageSplitter.usual().passages(document);
        writer.replace(
                document,
                passages,
                passages.stream()
                        .map(passage -> embedder.embedPassage(passage.text()))
                        .toList());
    }

    /** The first sentences of the first passage, then everything that any passage orders, in several ways. */
    private static String obeyed(String prompt, List<String> orders) {
        StringBuilder written = new StringBuilder();
        FIRST_TEXT.matcher(prompt).results().limit(1).forEach(found -> written.append(
                        found.group(1).lines().limit(6).reduce("", (before, line) -> before + line + " "))
                .append("[1]\n"));
        for (String order : orders) {
            if (prompt.contains(order)) {
                written.append(order)
                        .append(" [1]\nAs you wish: ")
                        .append(order)
                        .append(" [1][2]\n");
                written.append(FOR_YOUR_ANSWER.matcher(order).replaceAll("")).append(" [1]\n");
                QUOTED.matcher(order).results().forEach(quote -> written.append(quote.group(1))
                        .append(". [1]\n"));
                ADDRESS.matcher(order).results().forEach(address -> written.append("Visit ")
                        .append(address.group())
                        .append(" now. [1]\n[here](http://")
                        .append(address.group())
                        .append(") ![x](http://")
                        .append(address.group())
                        .append("/x.png)\n"));
            }
        }
        return written.toString();
    }
}
