import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the typed client from the parts of the OpenAPI document: a record for each schema, a class
 * of calls for each tag. The build runs it; it is part of no jar.
 */
public final class GenerateClient {

  private static final String PACKAGE = "io.sensorium.client";
  private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");
  private static final Set<String> RESERVED = Set.of("default", "switch", "class", "new");

  private final ObjectNode document = new JsonMapper().createObjectNode();
  private final Map<String, String> files = new TreeMap<>();

  /** Arguments: the folder of the document's parts, and where the sources go. */
  public static void main(String[] arguments) throws IOException {
    var generator = new GenerateClient();
    try (var parts = Files.list(Path.of(arguments[0]))) {
      for (var part : parts.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
        merge(generator.document, (ObjectNode) new JsonMapper().readTree(part.toFile()));
      }
    }
    generator.generate();
    generator.write(Path.of(arguments[1], PACKAGE.replace('.', '/')));
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.forEachEntry(
        (name, value) -> {
          if (into.get(name) instanceof ObjectNode known && value instanceof ObjectNode more) {
            merge(known, more);
          } else {
            into.set(name, value);
          }
        });
  }

  private void generate() {
    document.path("components").path("schemas").forEachEntry(this::addRecord);
    var byTag = new TreeMap<String, List<String>>();
    document
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                VERBS.stream()
                    .filter(methods::has)
                    .forEach(verb -> addCall(byTag, path, verb, methods.path(verb))));
    byTag.forEach(this::addCalls);
  }

  /** A schema that is an object, or made of objects. */
  private void addRecord(String name, JsonNode schema) {
    var properties = properties(schema);
    if (properties.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    text.append("package ").append(PACKAGE).append(";\n\n");
    text.append("import java.util.List;\nimport java.util.Map;\n");
    text.append("import org.jspecify.annotations.Nullable;\nimport tools.jackson.databind.JsonNode;\n\n");
    text.append("/**\n * ").append(plain(schema.path("description").asString(name)));
    text.append("\n *\n * <p>What the document does not require may be null.\n */\n");
    text.append("public record ").append(name).append("(");
    var required = required(schema);
    var components = new ArrayList<String>();
    properties.forEach(
        (property, type) -> {
          boolean certain = required.contains(property) && !isNullable(type);
          components.add(
              "\n    " + (certain ? "" : "@Nullable ") + boxed(javaType(type, name + pascal(property)))
                  + " " + identifier(property));
        });
    text.append(String.join(",", components)).append(") {}\n");
    files.put(name, text.toString());
  }

  private Map<String, JsonNode> properties(JsonNode schema) {
    var all = new LinkedHashMap<String, JsonNode>();
    for (var part : schema.path("allOf")) {
      all.putAll(properties(resolved(part)));
    }
    schema.path("properties").forEachEntry(all::put);
    return all;
  }

  private Set<String> required(JsonNode schema) {
    var names = new TreeSet<String>();
    for (var part : schema.path("allOf")) {
      names.addAll(required(resolved(part)));
    }
    schema.path("required").forEach(name -> names.add(name.asString()));
    return names;
  }

  private static boolean isNullable(JsonNode type) {
    if (type.has("anyOf")) {
      return true;
    }
    for (var one : type.path("type")) {
      if (one.asString().equals("null")) {
        return true;
      }
    }
    return !type.has("type") && !type.has("$ref") && !type.has("allOf");
  }

  /** The Java type of a schema; an object that has no name of its own gets {@code nameOfOwn}. */
  private String javaType(JsonNode schema, String nameOfOwn) {
    if (schema.has("$ref")) {
      if (properties(resolved(schema)).isEmpty()) {
        return javaType(resolved(schema), nameOfOwn); // it gets no record
      }
      var reference = schema.path("$ref").asString();
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.has("anyOf")) {
      return javaType(schema.path("anyOf").path(0), nameOfOwn);
    }
    if (!properties(schema).isEmpty()) {
      addRecord(nameOfOwn, schema);
      return nameOfOwn;
    }
    var type = schema.path("type");
    return switch (type.isArray() ? type.path(0).asString() : type.asString("")) {
      case "string" -> "String";
      case "integer" -> "long";
      case "number" -> "double";
      case "boolean" -> "boolean";
      case "array" -> "List<" + boxed(javaType(schema.path("items"), nameOfOwn)) + ">";
      case "object" ->
          schema.has("additionalProperties")
              ? "Map<String, "
                  + nullable(schema.path("additionalProperties"))
                  + boxed(javaType(schema.path("additionalProperties"), nameOfOwn))
                  + ">"
              : "JsonNode";
      default -> "JsonNode";
    };
  }

  private static String nullable(JsonNode schema) {
    return isNullable(schema) ? "@Nullable " : "";
  }

  private static String boxed(String type) {
    return switch (type) {
      case "long" -> "Long";
      case "double" -> "Double";
      case "boolean" -> "Boolean";
      default -> type;
    };
  }

  private void addCall(
      Map<String, List<String>> byTag, String path, String verb, JsonNode operation) {
    var answer = answer(operation);
    if (answer == null) {
      return; // no JSON: a stream or a text
    }
    var name = operation.path("operationId").asString();
    var arguments = new ArrayList<String>();
    var documented = new StringBuilder();
    var expression = new StringBuilder("\"" + path + "\"");
    var query = new StringBuilder();
    for (var reference : operation.path("parameters")) {
      var parameter = resolved(reference);
      var wire = parameter.path("name").asString();
      var identifier = identifier(wire);
      switch (parameter.path("in").asString()) {
        case "path" -> {
          arguments.add(javaType(parameter.path("schema"), "") + " " + identifier);
          expression.append(".replace(\"{").append(wire).append("}\", Call.escaped(").append(identifier).append("))");
        }
        case "query" -> {
          var type = boxed(javaType(parameter.path("schema"), ""));
          var nullable = parameter.path("required").asBoolean() ? "" : "@Nullable ";
          arguments.add(nullable + type + " " + identifier);
          query.append("\n        .query(\"").append(wire).append("\", ").append(identifier).append(")");
        }
        default -> {
          continue;
        }
      }
      documented.append("\n   * @param ").append(identifier).append(' ').append(plain(parameter.path("description").asString()));
    }
    var body = "";
    var content = operation.path("requestBody").path("content").path("application/json");
    if (!content.isMissingNode()) {
      arguments.add(boxed(javaType(content.path("schema"), pascal(name) + "Body")) + " body");
      documented.append("\n   * @param body the body");
      body = "\n        .body(body)";
    } else if (operation.has("requestBody")) {
      return; // no JSON goes in
    }
    var type = answer.equals("void") ? "void" : boxed(answer);
    var call =
        "transport.send(\n        new Call(\"%s\", %s)%s%s"
            .formatted(verb.toUpperCase(Locale.ROOT), expression, query, body);
    var method = new StringBuilder("\n  /**\n   * ").append(plain(operation.path("summary").asString())).append(".");
    if (!documented.isEmpty()) {
      method.append("\n   *").append(documented);
    }
    method.append("\n   * @throws RefusedException when the server does not answer with success\n   */\n");
    method.append("  public ").append(type).append(' ').append(name).append('(').append(String.join(", ", arguments)).append(") {\n");
    method.append(
        type.equals("void")
            ? "    " + call + ");\n"
            : "    return Answers.read(" + call + "),\n        new TypeReference<" + type + ">() {});\n");
    method.append("  }\n");
    byTag.computeIfAbsent(operation.path("tags").path(0).asString(), _ -> new ArrayList<>()).add(method.toString());
  }

  /** The type of a successful answer; null when it is not JSON. */
  private String answer(JsonNode operation) {
    for (var response : operation.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        var content = resolved(response.getValue()).path("content");
        if (content.isMissingNode()) {
          return "void";
        }
        var json = content.path("application/json");
        return json.isMissingNode()
            ? null
            : javaType(json.path("schema"), pascal(operation.path("operationId").asString()) + "Answer");
      }
    }
    return null;
  }

  private void addCalls(String tag, List<String> methods) {
    var name = pascal(tag) + "Calls";
    var text =
        """
        package %s;

        import java.util.List;
        import java.util.Map;
        import org.jspecify.annotations.Nullable;
        import tools.jackson.core.type.TypeReference;
        import tools.jackson.databind.JsonNode;

        /** The operations of %s, as the document of the interface has them. */
        public final class %s {

          private final Transport transport;

          public %s(Transport transport) {
            this.transport = transport;
          }
        %s}
        """
            .formatted(PACKAGE, tag, name, name, String.join("", methods));
    files.put(name, text);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static String pascal(String name) {
    var text = new StringBuilder();
    for (var word : name.split("[_-]")) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return text.toString();
  }

  private static String identifier(String name) {
    var pascal = pascal(name);
    var camel = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    return RESERVED.contains(camel) ? camel + "Value" : camel;
  }

  private static String plain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("*/", "*&#47;").replaceAll("\\.$", "");
  }

  /** Files that are the same are left alone, so that nothing is compiled in vain. */
  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey() + ".java");
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.writeString(path, file.getValue());
      }
    }
    var wanted = new LinkedHashSet<>(files.keySet());
    try (var all = Files.list(folder)) {
      for (var path : all.toList()) {
        if (!wanted.contains(path.getFileName().toString().replace(".java", ""))) {
          Files.delete(path);
        }
      }
    }
  }
}
