package io.sensorium.server.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares answers with an OpenAPI document. */
@NullMarked
final class DocumentedAnswers {

  private static final String ADDRESS = "https://sensorium.invalid/openapi.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document;
  private final SchemaRegistry schemas;

  DocumentedAnswers(String text) {
    this.document = JSON.readTree(text);
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, it -> it.schemas(Map.of(ADDRESS, text)));
  }

  JsonNode document() {
    return document;
  }

  /** The node itself, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  /** What the document does not say of an answer, or says otherwise. */
  List<String> differences(
      String path, String method, int status, String contentType, String body) {
    var operation = document.path("paths").path(path).path(method);
    var declared = operation.path("responses").path(Integer.toString(status));
    if (declared.isMissingNode()) {
      return List.of("the status " + status + " is not declared; it came with " + body);
    }
    var content = resolved(declared).path("content");
    if (body.isEmpty()) {
      return content.isMissingNode() || method.equals("head") ? List.of() : List.of("no body came");
    }
    var type = contentType.replaceFirst(";.*", "").strip();
    var media = content.path(type);
    if (media.isMissingNode()) {
      return List.of("a body of " + type + " is not declared for " + status);
    }
    return type.equals("application/json")
        ? differences(schemaOf(path, method, status, declared, type), media.path("schema"), body)
        : List.of();
  }

  private List<String> differences(Schema schema, JsonNode schemaNode, String body) {
    var value = JSON.readTree(body);
    var differences = new ArrayList<String>();
    schema.validate(value).forEach(error -> differences.add(error.toString()));
    undeclared(schemaNode, value, "", differences);
    return differences;
  }

  private Schema schemaOf(
      String path, String method, int status, JsonNode declared, String contentType) {
    var response =
        declared.has("$ref")
            ? declared.path("$ref").asString().substring(1)
            : "/paths/" + escaped(path) + "/" + method + "/responses/" + status;
    var pointer = response + "/content/" + escaped(contentType) + "/schema";
    return schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }

  /** Members that the schema does not name: a schema allows them, but nobody learns of them. */
  private void undeclared(JsonNode schemaNode, JsonNode value, String at, List<String> found) {
    var parts = parts(schemaNode);
    if (value.isArray()) {
      for (var part : parts) {
        for (var item : value) {
          undeclared(part.path("items"), item, at + "[]", found);
        }
      }
    }
    var names = names(parts);
    if (!value.isObject() || names.isEmpty()) {
      return; // an object of which the document says nothing
    }
    value.forEachEntry(
        (name, member) -> {
          if (!names.contains(name)) {
            found.add(at + "/" + name + " is not declared");
          }
          for (var part : parts) {
            undeclared(part.path("properties").path(name), member, at + "/" + name, found);
          }
        });
  }

  private static Set<String> names(List<JsonNode> parts) {
    var names = new TreeSet<String>();
    parts.forEach(part -> names.addAll(part.path("properties").propertyNames()));
    return names;
  }

  /** A schema with all that it is put together of. */
  private List<JsonNode> parts(JsonNode schemaNode) {
    var schema = resolved(schemaNode);
    var parts = new ArrayList<JsonNode>();
    parts.add(schema);
    for (var keyword : List.of("allOf", "anyOf")) {
      schema.path(keyword).forEach(part -> parts.addAll(parts(part)));
    }
    return parts;
  }
}
