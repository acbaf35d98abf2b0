package io.sensorium.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps come and go while a server runs. */
class MapCommandTest {

  @TempDir private static Path directory;

  private SensoriumServer server = start();
  private TestClient client = clientOf(server);

  private static SensoriumServer start() {
    return SensoriumServer.start(
        ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory.resolve("data"));
  }

  private static TestClient clientOf(SensoriumServer server) {
    return new TestClient(URI.create(server.urls().getFirst()), directory.resolve("data"));
  }

  @BeforeEach
  void noMapIsThere() throws Exception {
    assertThat(atlas().path("maps").isEmpty()).isTrue();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode atlas() throws Exception {
    var answer = client.get("/admin/v1/status", client.adminToken());
    return new JsonMapper().readTree(answer.body()).path("atlas");
  }

  /** The file of a map on which nothing is. */
  private static Path emptyMap() throws IOException {
    var feature = "OsmSchema-V0.6".getBytes(StandardCharsets.UTF_8);
    var header = field(4, feature);
    var blob = field(1, header);
    var head = new ByteArrayOutputStream();
    head.writeBytes(field(1, "OSMHeader".getBytes(StandardCharsets.UTF_8)));
    head.write(3 << 3);
    head.write(blob.length);
    var file = new ByteArrayOutputStream();
    var out = new DataOutputStream(file);
    out.writeInt(head.size());
    out.write(head.toByteArray());
    out.write(blob);
    return Files.write(directory.resolve("Empty Sea.osm.pbf"), file.toByteArray());
  }

  private static byte[] field(int number, byte[] value) {
    var out = new ByteArrayOutputStream();
    out.write((number << 3) | 2);
    out.write(value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static int map(String... words) {
    var line = Arrays.copyOf(words, words.length + 2);
    line[words.length] = "--data";
    line[words.length + 1] = directory.resolve("data").toString();
    var all = new String[line.length + 1];
    all[0] = "map";
    System.arraycopy(line, 0, all, 1, line.length);
    return SensoriumCommand.execute(all);
  }

  @Test
  void aRunningServerServesAMapFromItsImportToItsRemoval() throws Exception {
    assertThat(atlas().path("missing").toString()).contains("road_type", "speed_limit");

    assertThat(map("import", emptyMap().toString())).isZero();

    assertThat(atlas().path("maps").get(0).path("name").asString()).isEqualTo("empty-sea");
    assertThat(atlas().path("missing").toString()).doesNotContain("road_type", "speed_limit");
    assertThat(map("list")).isZero();

    assertThat(map("remove", "empty-sea")).isZero();

    assertThat(atlas().path("maps").isEmpty()).isTrue();
    assertThat(map("remove", "empty-sea")).isEqualTo(2);
  }

  @Test
  void aFileThatIsCutOffIsAMistakeAndChangesNothing() throws Exception {
    var whole = Files.readAllBytes(emptyMap());
    var cut = Files.write(directory.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length - 3));

    assertThat(map("import", cut.toString())).isEqualTo(2);
    assertThat(map("import", directory.resolve("none.osm.pbf").toString())).isEqualTo(2);

    assertThat(atlas().path("maps").isEmpty()).isTrue();
  }

  @Test
  void reloadingIsForTheOperatorAlone() throws Exception {
    assertThat(client.post("/admin/v1/maps/reload", null, "").statusCode()).isEqualTo(401);
  }
}
