package io.sensorium.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.store.directory.DirectoryLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensoriumCommandTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo", "serve", "import", "test", "bench", "verify", "backup", "restore", "mqtt", "map",
        "version"
      })
  void everyCommandHasHelp(String command) {
    assertThat(SensoriumCommand.execute(command, "--help")).isZero();
  }

  @Test
  void theAccessFileOfABrokerNamesWhatIsConfigured() throws IOException {
    var config = directory.resolve("sensorium.conf");
    Files.writeString(config, "mqtt.user: server\nmqtt.zigbee2mqtt: house=10000000\n");
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      assertThat(SensoriumCommand.execute("mqtt", "acl", "--config", config.toString())).isZero();
    } finally {
      System.setOut(before);
    }

    assertThat(out.toString(UTF_8)).contains("user server\n", "topic read house/#\n");
    assertThat(SensoriumCommand.execute("mqtt")).isEqualTo(2);
  }

  @Test
  void aMistakeOfTheUserExitsWithTwo() {
    var missing = directory.resolve("missing").toString();

    assertThat(SensoriumCommand.execute()).isEqualTo(2);
    assertThat(SensoriumCommand.execute("server")).isEqualTo(2);
    assertThat(SensoriumCommand.execute("verify", "--data", missing)).isEqualTo(2);
    assertThat(SensoriumCommand.execute("serve", "--data", missing, "--port", "x")).isEqualTo(2);
    assertThat(SensoriumCommand.execute("serve", "--config", missing)).isEqualTo(2);
    assertThat(SensoriumCommand.execute("import", "--data", missing, "--user", "x", "y.gpx"))
        .isEqualTo(2);
    assertThat(SensoriumCommand.execute("restore", "--data", missing, "--from", missing))
        .isEqualTo(2);
  }

  @Test
  void aDirectoryThatIsInUseIsRefused() {
    try (var held = DirectoryLock.acquire(directory, Instant.now())) {
      assertThat(SensoriumCommand.execute("verify", "--data", held.directory().toString()))
          .isEqualTo(2);
    }
  }

  @Test
  void aBackupThatIsRestoredVerifies() {
    var data = directory.resolve("data").toString();
    var backup = directory.resolve("backup").toString();
    var restored = directory.resolve("restored").toString();
    assertThat(directory.resolve("data").toFile().mkdir()).isTrue();
    assertThat(SensoriumCommand.execute("verify", "--data", data)).isZero();

    assertThat(SensoriumCommand.execute("backup", "--data", data, "--to", backup)).isZero();
    assertThat(SensoriumCommand.execute("restore", "--data", restored, "--from", backup)).isZero();

    assertThat(SensoriumCommand.execute("verify", "--data", restored)).isZero();
    assertThat(SensoriumCommand.execute("backup", "--data", data, "--to", backup)).isEqualTo(2);
  }
}
