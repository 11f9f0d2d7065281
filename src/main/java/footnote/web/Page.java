package footnote.web;

import io.javalin.config.StaticFilesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.staticfiles.Location;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of the chat page: from their folder in a checkout, else from the jar. */
final class Page {
    private static final String IN_JAR = "/web";
    private static final String FRESH = "no-cache";

    private final WebSettings settings;

    Page(WebSettings settings) {
        this.settings = settings;
    }

    void serveFiles(StaticFilesConfig files) {
        boolean folder = settings.hasPageFolder();
        files.add(served -> {
            served.hostedPath = "/";
            served.directory = folder ? settings.page().toString() : IN_JAR;
            served.location = folder ? Location.EXTERNAL : Location.CLASSPATH;
            served.headers = Map.of(Header.CACHE_CONTROL, FRESH);
        });
    }

    /** The page itself, which reads from its address what to show. */
    void show(Context ctx) throws IOException {
        ctx.header(Header.CACHE_CONTROL, FRESH);
        ctx.contentType("text/html;charset=utf-8").result(open());
    }

    private InputStream open() throws IOException {
        Path file = settings.page().resolve("index.html");
        if (settings.hasPageFolder()) {
            return Files.newInputStream(file);
        }
        InputStream packed = Page.class.getResourceAsStream(IN_JAR + "/index.html");
        if (packed == null) {
            throw new FileNotFoundException("the page is neither in its folder nor in the jar");
        }
        return packed;
    }
}
