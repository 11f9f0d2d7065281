package footnote.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A request as nobody would write it, made from its number alone, so that one that does harm can be made again.
 *
 * @param bytes as they go over the wire
 * @param readable whether its end can be told, so that the connection may be used again
 * @param hangsUpAfter how many bytes of the reply the client reads before it leaves; all of them if it is negative
 */
record FuzzedRequest(String bytes, boolean readable, int hangsUpAfter) {
    private static final List<String> POSTS =
            List.of("/api/ask", "/api/feedback", "/v1/chat/completions", "/mcp", "/slack/events");
    private static final List<String> GETS = List.of(
            "/",
            "/api/search?q=Putin",
            "/api/documents?offset=1&limit=2",
            "/api/documents/x",
            "/documents/x",
            "/health/ready",
            "/openapi.json",
            "/v1/models",
            "/metrics",
            "/embed.js",
            "/reference/index.html");
    private static final List<String> BODIES = List.of(
            "{\"question\": \"When do Biden and Putin talk?\", \"limit\": 3, \"from\": \"2021-12-01\", \"to\": \"2021-12-31\"}",
            "{\"question\": \"And then?\", \"history\": [{\"role\": \"user\", \"text\": \"Who met?\"}, {\"role\": \"assistant\", \"text\": \"Two.\"}]}",
            "{\"id\": \"a\", \"verdict\": \"up\", \"comment\": \"fine\"}",
            "{\"model\": \"footnote\", \"stream\": false, \"messages\": [{\"role\": \"user\", \"content\": \"Who met Putin?\"}]}",
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"search\", \"arguments\": {\"query\": \"Putin\"}}}");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2021-99-99\"",
            "\"../../etc/passwd\"",
            "\"' OR 1=1 --\"",
            "\"<script>\"",
            "\"${jndi:ldap://x}\"",
            "\"\u202Ereversed\"",
            "{\"a\": {\"b\": {\"c\": 1}}}",
            "0.1",
            "\"x\\r\\nX-Evil: 1\"");
    private static final List<String> HEADERS = List.of(
            "Accept: text/event-stream",
            "Accept: */*;q=nan",
            "Accept: ,,;",
            "Content-Encoding: gzip",
            "Expect: a miracle",
            "Range: bytes=5-1",
            "If-None-Match: \"",
            "If-Modified-Since: soon",
            "Authorization: Bearer",
            "Cookie: a=b; c",
            "Origin: null",
            "Origin: https://evil.example",
            "X-Forwarded-For: 1.2.3.4",
            "X-Request-Id: a\tb",
            "TE: trailers",
            "Upgrade: websocket",
            "Accept-Language: *;q=2",
            "Accept-Encoding: gzip;q=0, br",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-16",
            "Transfer-Encoding: gzip",
            "Content-Length: 7",
            "Content-Length: -7",
            "Host: evil.example",
            "X-Long: " + "a".repeat(9_000),
            "Connection: Upgrade, close",
            ": no name",
            "No colon",
            "Sec-Fetch-Site: cross-site",
            "MCP-Protocol-Version: 1",
            "Forwarded: for=x");

    static FuzzedRequest of(int number) {
        Random chance = new Random(number);
        return switch (number % 8) {
            case 0 -> post(one(POSTS, chance), broken(one(BODIES, chance), chance), "", -1);
            case 1 -> post(one(POSTS, chance), oddValue(one(BODIES, chance), chance), "", -1);
            case 2 -> get(oddPath(chance));
            case 3 -> get(one(List.of("/api/search", "/api/documents"), chance) + "?" + oddQuery(chance));
            case 4 ->
                new FuzzedRequest(
                        head("GET", one(GETS, chance)) + oddHeaders(chance) + "Connection: close\r\n\r\n", false, -1);
            case 5 -> new FuzzedRequest(oddLine(chance) + "Host: localhost\r\nConnection: close\r\n\r\n", false, -1);
            case 6 -> new FuzzedRequest(garbage(chance, 1 + chance.nextInt(300)), false, -1);
            default ->
                post(
                        one(List.of("/api/ask", "/v1/chat/completions"), chance),
                        one(BODIES, chance).replace("\"stream\": false", "\"stream\": true"),
                        "Accept: text/event-stream\r\nConnection: close\r\n",
                        chance.nextInt(4_000));
        };
    }

    private static FuzzedRequest get(String address) {
        return new FuzzedRequest(head("GET", address) + "\r\n", true, -1);
    }

    private static FuzzedRequest post(String path, String body, String headers, int hangsUpAfter) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = head("POST", path) + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n";
        return new FuzzedRequest(
                head + headers + "\r\n" + new String(bytes, StandardCharsets.ISO_8859_1),
                hangsUpAfter < 0,
                hangsUpAfter);
    }

    private static String head(String method, String address) {
        return method + " " + address + " HTTP/1.1\r\nHost: localhost\r\n";
    }

    private static String broken(String body, Random chance) {
        StringBuilder broken = new StringBuilder(body);
        for (int change = chance.nextInt(4); change >= 0; change--) {
            int at = chance.nextInt(broken.length());
            switch (chance.nextInt(4)) {
                case 0 -> broken.deleteCharAt(at);
                case 1 -> broken.insert(at, (char) chance.nextInt(0x300));
                case 2 -> broken.setCharAt(at, "{}[]\",:\\0n".charAt(chance.nextInt(10)));
                default -> broken.insert(at, broken.substring(at, at + chance.nextInt(broken.length() - at)));
            }
        }
        return broken.toString();
    }

    /** Puts another value in place of one of the body's. */
    private static String oddValue(String body, Random chance) {
        String[] parts = body.split("(?<=: )", -1);
        int at = 1 + chance.nextInt(parts.length - 1);
        parts[at] = parts[at].replaceFirst(
                "^(\"[^\"]*\"|[\\w.]+|\\{|\\[)", java.util.regex.Matcher.quoteReplacement(one(VALUES, chance)));
        return String.join("", parts);
    }

    private static String oddPath(Random chance) {
        StringBuilder path = new StringBuilder("/");
        List<String> parts = List.of(
                "..",
                ".",
                "%2e%2e",
                "%2f",
                "%00",
                "%ff",
                "%c0%ae",
                "\\",
                "//",
                ";a=b",
                "documents",
                "api",
                "ask",
                "a b",
                "%20",
                "?",
                "#",
                "é",
                "%e2%82%ac",
                "reference",
                "web",
                "META-INF",
                "favicon.svg",
                "*",
                "~",
                "%",
                "%zz");
        for (int part = chance.nextInt(6); part >= 0; part--) {
            path.append(one(parts, chance)).append(chance.nextBoolean() ? "/" : "");
        }
        return path.toString();
    }

    private static String oddQuery(Random chance) {
        StringBuilder query = new StringBuilder();
        List<String> names = List.of("q", "from", "to", "limit", "offset", "%71", "", "colour", "q[]");
        List<String> values = List.of(
                "Putin",
                "",
                "%00",
                "%ff%fe",
                "-1",
                "1e3",
                "99999999999",
                "2021-12-30",
                "2021-02-30",
                "%F0%9F%98%80",
                "+",
                "%ED%A0%80",
                "a".repeat(1_500),
                "&",
                "=",
                "%",
                "*:*",
                "\"",
                "(((",
                "text:x~2");
        for (int field = chance.nextInt(4); field >= 0; field--) {
            query.append(one(names, chance))
                    .append('=')
                    .append(one(values, chance))
                    .append('&');
        }
        return query.toString();
    }

    private static String oddHeaders(Random chance) {
        StringBuilder headers = new StringBuilder();
        for (int header = chance.nextInt(5); header >= 0; header--) {
            headers.append(one(HEADERS, chance)).append("\r\n");
        }
        return headers.toString();
    }

    private static String oddLine(Random chance) {
        List<String> methods =
                List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "HEAD", "get", "PRI", "G\u0001T", "");
        List<String> versions = List.of("HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP", "", "SIP/2.0");
        return one(methods, chance) + " " + one(GETS, chance) + " " + one(versions, chance) + "\r\n";
    }

    private static String garbage(Random chance, int length) {
        StringBuilder bytes = new StringBuilder();
        for (int at = 0; at < length; at++) {
            bytes.append((char) chance.nextInt(256));
        }
        return bytes.append("\r\n\r\n").toString();
    }

    private static String one(List<String> choices, Random chance) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
