package io.sensorium.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.sensors.json.DateStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

  @Test
  void withoutSettingsTheDefaultsHold() {
    assertThat(ConfigReader.read(Map.of())).isEqualTo(Config.DEFAULT);
  }

  @Test
  void settingsTakeThePlaceOfTheDefaults() {
    var config =
        ConfigReader.read(
            Map.of(
                "http.port", "9090",
                "http.allowedHosts", "sensorium.example, 10.0.0.7",
                "http.stopTimeout", "PT3S",
                "limits.inboxBytes", "1048576"));

    assertThat(config.http().port()).isEqualTo(9090);
    assertThat(config.http().allowedHosts()).isEqualTo(List.of("sensorium.example", "10.0.0.7"));
    assertThat(config.http().stopTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.limits().inboxBytes()).isEqualTo(1 << 20);
    assertThat(config.tls()).isEqualTo(Config.DEFAULT.tls());
  }

  @Test
  void anUnknownKeyIsRefusedWithTheNearestKnownOne() {
    assertThatThrownBy(() -> ConfigReader.read(Map.of("http.prot", "1")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("unknown setting 'http.prot'; did you mean 'http.port'?");
  }

  @Test
  void aValueThatCannotBeReadNamesItsKey() {
    assertThatThrownBy(() -> ConfigReader.read(Map.of("http.port", "http")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("http.port: cannot read 'http' as int");
  }

  @Test
  void choicesAndSwitchesAreReadByTheirNames() {
    var config =
        ConfigReader.read(Map.of("sensors.dateStyle", "strict", "sensors.plainHttp", "true"));

    assertThat(config.sensors().dateStyle()).isEqualTo(DateStyle.STRICT);
    assertThat(config.sensors().plainHttp()).isTrue();
  }

  @Test
  void anUnknownChoiceIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> ConfigReader.read(Map.of("mail.security", "ssl")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("mail.security: cannot read 'ssl' as one of none, starttls, tls");
    assertThatThrownBy(() -> ConfigReader.read(Map.of("sensors.plainHttp", "yes")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("sensors.plainHttp: cannot read 'yes' as boolean");
  }

  /** The page is made of the records; with -Dgolden.update it is written anew. */
  @Test
  void theDocumentationListsEverySettingWithItsDefault() throws IOException {
    var page = Path.of("..", "docs", "operations", "configuration.md");
    var expected = page(ConfigReader.list());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, expected);
    }

    assertThat(page).hasContent(expected);
  }

  private static String page(List<ConfigReader.Setting> settings) {
    return """
        # Configuration
        `./sensorium serve --config FILE` reads lines of the form `key: value`; what a flag of the command
        says goes before the file. An unknown key refuses to start. Durations are ISO 8601 (`PT10S`).

        | key | default | meaning |
        |---|---|---|
        """
        + settings.stream()
            .map(s -> "| `%s` | `%s` | %s |%n".formatted(s.key(), s.defaultValue(), s.meaning()))
            .collect(Collectors.joining());
  }
}
