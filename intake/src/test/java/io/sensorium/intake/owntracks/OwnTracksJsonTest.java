package io.sensorium.intake.owntracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.signals.PhoneState;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.signals.Decoded;
import io.sensorium.intake.signals.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTracksJsonTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");
  private static final Instant FIXED = Instant.parse("2026-03-02T07:31:12Z");

  private final OwnTracksJson codec = new OwnTracksJson();

  @Test
  void aLocationOfTheAndroidApp() {
    var batch = decodeResource("location-android.json");

    var fix = batch.signals().fixes().fix(0);
    assertThat(fix.time()).isEqualTo(FIXED);
    assertThat(fix.position().latitudeDeg()).isCloseTo(51.0512345, within(1e-9));
    assertThat(fix.position().longitudeDeg()).isCloseTo(3.7212345, within(1e-9));
    assertThat(fix.accuracyMeters()).isEqualTo(13.0);
    assertThat(fix.altitudeMeters()).isEqualTo(69.0);
    assertThat(fix.speedMps()).isEqualTo(13.889);
    assertThat(fix.bearingDeg()).isEqualTo(271.0);
    assertThat(batch.signals().phone())
        .containsExactly(new PhoneState(FIXED, null, null, null, 0.84, false, null));
    assertThat(batch.rejections()).isEmpty();
  }

  @Test
  void aLocationOfTheIosAppThatDoesNotKnowItsSpeed() {
    var batch = decodeResource("location-ios.json");

    assertThat(batch.signals().fixes().fix(0).speedMps()).isNull();
    assertThat(batch.signals().fixes().fix(0).bearingDeg()).isNull();
    assertThat(batch.signals().phone())
        .containsExactly(new PhoneState(FIXED, null, null, null, 1.0, true, null));
  }

  @Test
  void otherMessagesAreTakenAndMeanNothing() {
    var batch = decodeResource("other-types.json");

    assertThat(batch.signals().isEmpty()).isTrue();
    assertThat(batch.rejections()).isEmpty();
  }

  @Test
  void aBadMessageCostsOnlyItself() {
    var batch =
        decode(
            """
            [{"_type": "location", "lat": 51, "lon": 3, "tst": 1772436672},
             {"_type": "location", "lat": 91, "lon": 3, "tst": 1772436672, "batt": 50},
             "?",
             {"lat": 51, "lon": 3, "tst": 1772436673, "_type": "location"}]
            """);

    assertThat(batch.signals().fixes().size()).isEqualTo(2);
    assertThat(batch.signals().phone()).isEmpty();
    assertThat(batch.rejections())
        .containsExactly(
            new Rejection("fixes", 1, "lat: must be within -90..90"),
            new Rejection("fixes", 2, "must be an object"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "lat": 51, "lon": 3                                 | tst: is missing
          "lat": 51, "lon": 3, "tst": 1772436672000           | tst: must be Unix seconds
          "lat": 51, "lon": 3, "tst": "now"                   | tst: must be a whole number
          "lat": 51, "lon": 3, "tst": 915148800               | time: must not be before 2000
          "lat": "x", "lon": 3, "tst": 1772436672             | lat: must be a number
          "lon": 3, "tst": 1772436672                         | lat: is missing
          """)
  void aLocationThatCannotBeIsRejectedWithTheReason(String members, String reason) {
    var batch = decode("{\"_type\": \"location\", " + members + "}");

    assertThat(batch.rejections()).containsExactly(new Rejection("fixes", 0, reason));
  }

  @Test
  void aBatteryThatIsNotKnownIsNotGiven() {
    var batch =
        decode(
            "{\"_type\":\"location\",\"lat\":1,\"lon\":2,\"tst\":1772436672,\"batt\":-1,\"bs\":0}");

    assertThat(batch.signals().phone()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "{\"_type\":", "{} {}", "lat=51&lon=3"})
  void whatIsNoMessageIsRefused(String body) {
    assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> decode(body));
  }

  @Test
  void moreMessagesThanAllowedAreRefused() {
    String messages = String.join(",", Collections.nCopies(10_001, "{}"));

    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> decode("[" + messages + "]"));
  }

  private Decoded decode(String body) {
    return codec.decode(new ByteArrayInputStream(body.getBytes(UTF_8)), RECEIVED);
  }

  private Decoded decodeResource(String name) {
    String path = "/io/sensorium/intake/owntracks/" + name;
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(path), path)) {
      return codec.decode(in, RECEIVED);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
