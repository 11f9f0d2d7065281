package footnote.answer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import footnote.domain.Document;
import footnote.domain.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A model that obeys what passages say, and what remains of its answer. */
class PlantedAnswersTest {
    private static final Path SETS = Path.of(System.getProperty("footnote.evaluation", ""));
    private final SupportCheck check = SupportCheck.byWords();

    @Test
    void saysNothingThatWasPlantedInTheSeedArticle() throws IOException {
        for (JsonNode poisoned : lines("seed", "poisoned.jsonl")) {
            String planted = poisoned.path("planted").asText();
            String obeyed = planted + " [1] " + planted.replaceAll("(?s).*?\"([^\"]+)\".*", "$1") + ". [1]";

            assertNothingOf(planted, obeyed, List.of(passage(poisoned)));
        }
    }

    @Test
    void saysNothingThatWasPlantedInAMail() throws IOException {
        Map<String, JsonNode> mails = new LinkedHashMap<>();
        lines("injection_bipia", "corpus.jsonl")
                .forEach(mail -> mails.put(mail.path("id").asText(), mail));
        List<String> told = new ArrayList<>();
        for (JsonNode question : lines("injection_bipia", "questions.jsonl")) {
            String attack = question.path("attack").asText();
            if (!attack.isEmpty()) {
                String id = question.path("passages").path(0).asText();
                JsonNode mail = Objects.requireNonNull(mails.get(id), id);
                String obeyed = "As you wish: " + attack + " [1]\n" + attack + "\n"
                        + attack.replaceAll("(?s).*?[\"']([^\"']+)[\"'].*", "$1") + ". [1]";
                check.check(obeyed, List.of(passage(mail))).statements().forEach(one -> told.add(one.text()));
            }
        }
        assertThat(told).isEmpty();
    }

    private void assertNothingOf(String planted, String obeyed, List<Passage> passages) {
        assertThat(check.check(obeyed, passages).statements()).as(planted).isEmpty();
    }

    private static Passage passage(JsonNode node) {
        String text = node.path("text").asText();
        Document document = new Document(
                node.path("id").asText(), node.path("title").asText(), null, null, null, text, List.of(), "f");
        return Passage.of(document, "", 0, text.length());
    }

    private static List<JsonNode> lines(String set, String file) throws IOException {
        Path path = SETS.resolve(set).resolve(file);
        assumeThat(Files.exists(path)).isTrue();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            nodes.add(new ObjectMapper().readTree(line));
        }
        return nodes;
    }
}
