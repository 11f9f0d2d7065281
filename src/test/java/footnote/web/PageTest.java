package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageTest {
    private static final Path SEEDS = Path.of("seeds");

    @Test
    void servesTheFolderWhereThereIsOne(@TempDir Path folder, @TempDir Path data) throws IOException {
        Files.writeString(folder.resolve("index.html"), "<p>mine");
        Files.writeString(folder.resolve("page.js"), "1");
        try (RunningServer server = withPage(folder, data)) {
            assertThat(server.get("/").body()).isEqualTo("<p>mine");
            assertThat(server.get("/documents/any%2Fid").body()).isEqualTo("<p>mine");
            assertThat(server.get("/page.js").headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        }
    }

    @Test
    void servesTheFilesOfTheClassPathElsewhere(@TempDir Path empty, @TempDir Path data) throws IOException {
        try (RunningServer server = withPage(empty, data)) {
            assertThat(server.get("/").body()).isEqualTo(Files.readString(Path.of("web/index.html")));
            assertThat(server.get("/index.html").body())
                    .isEqualTo(server.get("/").body());
        }
    }

    @Test
    void allowsNoScriptOrFrameButItsOwn(@TempDir Path data) {
        try (RunningServer server = RunningServer.over(SEEDS, data)) {
            HttpResponse<String> page = server.get("/");

            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(page.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void servesNothingOutsideTheFolder(@TempDir Path folder, @TempDir Path data) throws IOException {
        Path page = Files.createDirectory(folder.resolve("page"));
        Files.writeString(page.resolve("index.html"), "<p>mine");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(page.resolve("link.txt"), folder.resolve("secret.txt"));
        try (RunningServer server = withPage(page, data)) {
            for (String path : new String[] {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e%2fsecret.txt",
                "/link.txt",
                "/..;/secret.txt",
                "/a/../../secret.txt",
                "//../secret.txt",
                "/%252e%252e/secret.txt"
            }) {
                HttpResponse<String> reply =
                        server.send(server.request(path).GET().build());
                assertThat(reply.statusCode()).as(path).isIn(400, 404);
                assertThat(reply.body()).as(path).doesNotContain("secret");
            }
        }
    }

    private static RunningServer withPage(Path page, Path data) {
        return RunningServer.over(SEEDS, data, new QuotingAnswerer(), usual -> usual.withPage(page));
    }
}
