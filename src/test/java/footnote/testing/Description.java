package footnote.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code /openapi.json} says, and whether a value is as it says. */
public final class Description {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode description;
    private final SchemaRegistry schemas = SchemaRegistry.withDialect(Dialects.getDraft202012());

    private Description(JsonNode description) {
        this.description = description;
    }

    public static Description of(RunningServer server) {
        return new Description(RunningServer.json(server.get("/openapi.json")));
    }

    /** Every operation, for instance {@code POST /api/ask}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** What is wrong with a value, judged by a schema of the description's components; empty if nothing is. */
    public List<String> faults(String schema, JsonNode value) {
        return faults(schema(schema), value);
    }

    /** What is wrong with the examples that the description gives for its own schemas. */
    public List<String> faultsOfExamples() {
        return description.findParents("schema").stream()
                .filter(media -> media.has("example") || media.has("examples"))
                .filter(media -> media.at("/schema/$ref").isTextual())
                .flatMap(media -> faultsOfExamples(media).stream())
                .toList();
    }

    private List<String> faultsOfExamples(JsonNode media) {
        String path = media.at("/schema/$ref").textValue();
        Schema schema = schema(path.substring(path.lastIndexOf('/') + 1));
        if (media.has("example")) {
            return faults(schema, media.get("example"));
        }
        return media.get("examples")
                .valueStream()
                .flatMap(example -> faults(schema, example.get("value")).stream())
                .toList();
    }

    private static List<String> faults(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Error::toString).toList();
    }

    private Schema schema(String name) {
        ObjectNode schema = description.deepCopy();
        schema.retain("components");
        return schemas.getSchema(schema.put("$ref", "#/components/schemas/" + name));
    }
}
