package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class QuestionLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("footnote");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(heard);
        logger.setLevel(null);
    }

    @Test
    void hasOneLineAQuestionWithItsRequestAndItsCountsButNotItsText(@TempDir Path data) throws IOException {
        try (RunningServer server =
                RunningServer.over(Path.of("seeds"), data, new ScriptedAnswerer(), settings -> settings)) {
            server.send(server.posting("/api/ask", "{\"question\": \"Who met Putin?\"}")
                    .header("X-Request-Id", "my-request")
                    .build());
            server.ask("{\"question\": \"Did Putin decline?\"}");
            server.ask("{\"question\": \"Did Putin fail?\"}");
        }

        List<String> lines = lines();
        assertThat(lines.stream().filter(line -> line.contains(" INFO "))).hasSize(2);
        assertThat(lines).noneMatch(line -> line.contains("Putin"));
        assertThat(lines.getFirst())
                .containsPattern("\\[my-request\\] \\[[0-9a-f-]{36}\\]")
                .containsPattern("status=answered answerer=scripted sources=\\d+ citations=3 "
                        + "confidence=0.93 retrieveMillis=\\d+ answerMillis=\\d+");
        assertThat(lines.get(1)).contains("status=declined");
        assertThat(lines.get(2)).containsPattern("\\[[0-9a-f-]{36}\\] .* a question failed");
    }

    @Test
    void repeatsNothingThatAClientSentAskew(@TempDir Path data) {
        Logger everything = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        everything.addAppender(heard);
        try (RunningServer server = RunningServer.over(Path.of("seeds"), data)) {
            server.send(server.posting("/mcp", "{\"jsonrpc\": \"2.0\", \"secret\": \"Putin\"}")
                    .header("Accept", "application/json, text/event-stream")
                    .build());
            server.ask("{\"question\": \"Putin\", \"secret\": 1");
            server.ask("{\"question\": \"Putin\", \"secret\": 1}");
        } finally {
            everything.detachAppender(heard);
        }

        assertThat(heard.list).noneMatch(line -> line.getFormattedMessage().contains("Putin"));
    }

    /** In the form that the product's own settings give them. */
    private List<String> lines() throws IOException {
        PatternLayout layout = new PatternLayout();
        layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        Matcher pattern = Pattern.compile("<pattern>(.*)</pattern>")
                .matcher(Files.readString(Path.of("src/main/resources/logback.xml")));
        assertThat(pattern.find()).isTrue();
        layout.setPattern(pattern.group(1));
        layout.start();
        return heard.list.stream().map(layout::doLayout).toList();
    }
}
