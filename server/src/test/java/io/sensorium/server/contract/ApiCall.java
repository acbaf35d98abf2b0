package io.sensorium.server.contract;

import io.sensorium.api.mobility.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;

/**
 * A call as the OpenAPI document describes it.
 *
 * @param path with its parameters between braces
 * @param query the parameters of the query, each with an example
 * @param takesBody whether there is one
 * @param example of the body, as JSON; empty when it is not JSON
 */
@NullMarked
record ApiCall(
    String name,
    String method,
    String path,
    List<Parameter> query,
    boolean takesBody,
    String example) {

  record Parameter(String name, String example) {}

  /** All calls of the mobility API, of phones and of the operator. */
  static List<ApiCall> ofMobility(JsonNode document) {
    var calls = new ArrayList<ApiCall>();
    document
        .path("paths")
        .forEachEntry(
            (path, methods) -> {
              if (isOfMobility(path)) {
                methods.forEachEntry(
                    (method, operation) -> calls.add(of(document, path, method, operation)));
              }
            });
    return calls;
  }

  private static boolean isOfMobility(String path) {
    return path.startsWith("/device/")
        || path.startsWith("/admin/")
        || Arrays.stream(Operation.values()).anyMatch(it -> it.path().equals(path));
  }

  private static ApiCall of(JsonNode document, String path, String method, JsonNode operation) {
    var query = new ArrayList<Parameter>();
    for (var reference : operation.path("parameters")) {
      var parameter =
          reference.has("$ref")
              ? document.at(reference.path("$ref").asString().substring(1))
              : reference;
      if (parameter.path("in").asString().equals("query")) {
        query.add(
            new Parameter(
                parameter.path("name").asString(), parameter.path("example").asString("")));
      }
    }
    var example =
        operation.path("requestBody").path("content").path("application/json").path("example");
    return new ApiCall(
        operation.path("operationId").asString(),
        method.toUpperCase(Locale.ROOT),
        path,
        query,
        operation.has("requestBody"),
        example.isMissingNode() ? "" : example.toString());
  }

  /** The query of the examples, with its question mark. */
  String goodQuery() {
    return query.stream()
        .filter(parameter -> !parameter.example().isEmpty())
        .map(parameter -> parameter.name() + "=" + parameter.example())
        .reduce((some, more) -> some + "&" + more)
        .map(pairs -> "?" + pairs)
        .orElse("");
  }

  /** What a parameter of the path is an id of, by the names of {@link PlantedPerson}; or empty. */
  String kindOf(String parameter) {
    return switch (parameter) {
      case "user_id" -> "user";
      case "install_id" -> "install";
      case "event_id" -> "event";
      case "key", "start" -> parameter;
      case "id" -> kindOfId();
      default -> "";
    };
  }

  private String kindOfId() {
    var folder = path.substring(0, path.indexOf("/{id}"));
    return switch (folder.substring(folder.lastIndexOf('/') + 1)) {
      case "users" -> "user";
      case "installs" -> "install";
      case "applications" -> "app";
      case "corrections" -> "correction";
      case "upload-tokens" -> "upload-token";
      case "import", "imports" -> "import";
      default -> "";
    };
  }
}
