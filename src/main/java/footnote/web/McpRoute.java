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
import java.util.function.Supplier;

/** {@code POST /mcp}: the tools for assistants that speak the Model Context Protocol (streamable HTTP, stateless). */
final class McpRoute {
    private final HttpServletStatelessServerTransport transport;

    private McpRoute(HttpServletStatelessServerTransport transport) {
        this.transport = transport;
    }

    static McpRoute open(QuestionDesk desk, PassageIndex index, Supplier<LocalDate> today) {
        McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
                .addMixIn(Throwable.class, MessageOnly.class)
                .build());
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint("/mcp")
                .build();
        McpServer.sync(transport)
                .serverInfo("footnote", "1")
                .instructions("Answers come from the passages of this server alone; each sentence names its passage.")
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .immediateExecution(true)
                .tools(new McpTools(desk, index, today).all(json))
                .build();
        return new McpRoute(transport);
    }

    void call(Context ctx) throws ServletException, IOException {
        transport.service(new Read(ctx.req(), JsonBody.readText(ctx)), ctx.res());
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
