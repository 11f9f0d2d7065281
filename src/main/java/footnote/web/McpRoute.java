package footnote.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import footnote.search.PassageIndex;
import io.javalin.http.Context;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST /mcp}: the tools for assistants that speak the Model Context Protocol (streamable HTTP, stateless). */
final class McpRoute {
    private final McpTools tools;
    private final Lock opening = new ReentrantLock();

    /** Opened by the first call: the protocol's libraries take longer to load than all else of the server. */
    private @Nullable HttpServletStatelessServerTransport transport;

    McpRoute(QuestionDesk desk, PassageIndex index, Supplier<LocalDate> today) {
        this.tools = new McpTools(desk, index, today);
    }

    private HttpServletStatelessServerTransport transport() {
        opening.lock();
        try {
            HttpServletStatelessServerTransport known = transport;
            if (known == null) {
                known = open();
                transport = known;
            }
            return known;
        } finally {
            opening.unlock();
        }
    }

    private HttpServletStatelessServerTransport open() {
        McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
                .addMixIn(Throwable.class, MessageOnly.class)
                .build());
        HttpServletStatelessServerTransport opened = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint("/mcp")
                .build();
        McpServer.sync(opened)
                .serverInfo("footnote", "1")
                .instructions("Answers come from the passages of this server alone; each sentence names its passage.")
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .immediateExecution(true)
                .tools(tools.all(json))
                .build();
        return opened;
    }

    void call(Context ctx) throws ServletException, IOException {
        String body = JsonBody.readText(ctx);
        try (HangUpWatch watch = HangUpWatch.over(ctx)) {
            watch.begin();
            transport().service(new Read(ctx.req(), body), ctx.res());
        }
    }

    /** The transport replies to what is no call with an exception written as JSON, whose stack no client may see. */
    @JsonIgnoreProperties({"stackTrace", "cause", "suppressed", "localizedMessage"})
    private interface MessageOnly {}

    /** A request whose body has been read, within the limits of all bodies. */
    private static final class Read extends HttpServletRequestWrapper {
        private final String body;

        Read(HttpServletRequest request, String body) {
            super(request);
            this.body = body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new StringReader(body));
        }
    }
}
