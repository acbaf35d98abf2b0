package io.sensorium.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sensorium.api.documents.OpenApiDocument;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.store.sql.Store;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document holds what the tables of routes hold, and is one by the standard. */
class OpenApiTest {

  private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");
  private static final String TEXT =
      new String(OpenApiDocument.write("1.2.3"), StandardCharsets.UTF_8);
  private static final JsonNode DOCUMENT = new JsonMapper().readTree(TEXT);

  @TempDir private Path directory;

  @Test
  void everyRouteIsAnOperationAndEveryOperationARoute() {
    assertThat(operations()).containsExactlyElementsOf(routes());
  }

  private Set<String> routes() {
    var config = ConfigReader.read(Map.of("mail.host", "127.0.0.1")); // with all that can be on
    try (var store = Store.openSqlite(directory)) {
      var wiring = new Wiring(config, directory, store, Clock.systemUTC());
      return new TreeSet<>(wiring.routes(new PrometheusRegistry()).listOperations());
    }
  }

  private static Set<String> operations() {
    var operations = new TreeSet<String>();
    DOCUMENT
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods
                    .propertyNames()
                    .forEach(it -> operations.add(it.toUpperCase(Locale.ROOT) + " " + path)));
    return operations;
  }

  @Test
  void theParametersOfAPathAreThoseOfItsPattern() {
    DOCUMENT
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEach(
                    operation ->
                        assertThat(pathParameters(operation))
                            .as(path)
                            .containsExactlyInAnyOrderElementsOf(names(path))));
  }

  private static List<String> names(String path) {
    return NAME.matcher(path).results().map(found -> found.group(1)).toList();
  }

  private static List<String> pathParameters(JsonNode operation) {
    var names = new ArrayList<String>();
    for (var parameter : operation.path("parameters")) {
      var resolved = resolved(parameter);
      if (resolved.path("in").asString().equals("path")) {
        assertThat(resolved.path("required").asBoolean()).isTrue();
        names.add(resolved.path("name").asString());
      }
    }
    return names;
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString().substring(1)) : node;
  }

  @Test
  void theDocumentIsOneByTheStandard() {
    var result = new OpenAPIV3Parser().readContents(TEXT, null, null);

    assertThat(result.getMessages()).isNullOrEmpty();
    assertThat(DOCUMENT.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(DOCUMENT.path("info").path("version").asString()).isEqualTo("1.2.3");
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
    var references = new TreeSet<String>();
    Pattern.compile("\"\\$ref\":\"#([^\"]+)\"")
        .matcher(TEXT)
        .results()
        .forEach(found -> references.add(found.group(1)));

    assertThat(references)
        .allSatisfy(it -> assertThat(DOCUMENT.at(it).isMissingNode()).as(it).isFalse());
    for (var kind : List.of("schemas", "parameters", "responses")) {
      var unused = new TreeSet<String>();
      DOCUMENT
          .path("components")
          .path(kind)
          .propertyNames()
          .forEach(name -> unused.add("/components/" + kind + "/" + name));
      unused.removeAll(references);
      assertThat(unused).isEmpty();
    }
  }

  @Test
  void operationsHaveNamesOfTheirOwnAndWordsForPeople() {
    var names = new ArrayList<String>();
    DOCUMENT
        .path("paths")
        .forEach(
            methods ->
                methods.forEach(
                    operation -> {
                      names.add(operation.path("operationId").asString());
                      assertThat(operation.path("summary").asString()).isNotBlank();
                      assertThat(operation.path("tags")).hasSize(1);
                      assertThat(operation.has("security")).isTrue();
                    }));

    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
  }
}
