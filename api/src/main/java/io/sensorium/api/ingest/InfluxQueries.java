package io.sensorium.api.ingest;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Query;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code GET /ping} and {@code /query}: as much of InfluxDB as agents ask before they write. */
final class InfluxQueries {

  /** The one database that there is; every other name that is written to means it too. */
  private static final String DATABASE = "sensorium";

  /** Agents look at it to tell the versions' ways of writing apart. */
  private static final String INFLUXDB_VERSION = "1.8.10";

  private static final String CREATE = "CREATE DATABASE ";
  private static final String SHOW = "SHOW DATABASES";

  private final GatewayLogin login;

  InfluxQueries(GatewayLogin login) {
    this.login = login;
  }

  static Response ping(Request request) {
    return Response.empty(204)
        .with("X-Influxdb-Version", INFLUXDB_VERSION)
        .with("X-Influxdb-Build", "OSS");
  }

  Response query(Request request) throws IOException {
    login.login(request, ShownTokens.find(request));
    var statements = statements(text(request));
    return Response.json(json -> writeResults(json, statements));
  }

  private static String text(Request request) throws IOException {
    var inUrl = request.query().find("q");
    if (inUrl.isPresent()) {
      return inUrl.get();
    }
    var form = new String(request.bodyBytes(), StandardCharsets.UTF_8);
    return Query.parse(form)
        .find("q")
        .orElseThrow(() -> ApiError.invalidParameter("missing required parameter \"q\""));
  }

  private static List<String> statements(String text) {
    var statements =
        Stream.of(text.split(";", -1))
            .map(statement -> statement.strip().toUpperCase(Locale.ROOT))
            .filter(statement -> !statement.isEmpty())
            .toList();
    for (var statement : statements) {
      if (!statement.startsWith(CREATE) && !statement.equals(SHOW)) {
        throw ApiError.invalidParameter("only CREATE DATABASE and SHOW DATABASES are answered");
      }
    }
    return statements;
  }

  private static void writeResults(JsonWriter json, List<String> statements) {
    json.beginObject().beginArray("results");
    for (int index = 0; index < statements.size(); index++) {
      json.beginObject().field("statement_id", index);
      if (statements.get(index).equals(SHOW)) {
        writeDatabases(json);
      }
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void writeDatabases(JsonWriter json) {
    json.beginArray("series").beginObject().field("name", "databases");
    json.beginArray("columns").value("name").endArray();
    json.beginArray("values").beginArray().value(DATABASE).endArray().endArray();
    json.endObject().endArray();
  }
}
