package io.sensorium.intake.signals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.PhoneState.CallState;
import io.sensorium.core.signals.StepCount;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsJsonTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");
  private static final Instant FIXED = Instant.parse("2026-03-02T07:31:12.250Z");

  private final SignalsJson codec = new SignalsJson(SignalsJson.Limits.DEFAULT);

  @Test
  void aBatchOfEveryStream() {
    var batch =
        decode(
            """
            {"batch_id": "0192d6c4-7c1e-7d7b-b6a5-0a6a5c1f2e3d",
             "sent_at": "2026-03-02T08:31:59+01:00",
             "fixes":    [{"time": "2026-03-02T07:31:12.250Z", "lat": 51.05, "lon": 3.72,
                           "accuracy": 5.0, "altitude": 12.0, "speed": 13.9, "bearing": 92.5,
                           "uptime_ms": 86400123, "provider": "gps"}],
             "motion":   [{"start": 1772436672250, "rate_hz": 25,
                           "acceleration": [[0.1, 0.2, 9.8]], "rotation": [[0.0, 0.0, 0.1]]}],
             "activity": [{"time": 1772436672250, "type": "in_vehicle", "confidence": 0.9}],
             "phone":    [{"time": 1772436672250, "screen": "on", "call": "handsfree",
                           "mounted": null, "battery": 0.8, "charging": true,
                           "audio_route": "bluetooth"}],
             "steps":    [{"start": 1772436672250, "end": 1772436702250, "count": 41}]}
            """);

    var signals = batch.signals();
    assertThat(batch.batchId()).isEqualTo("0192d6c4-7c1e-7d7b-b6a5-0a6a5c1f2e3d");
    assertThat(batch.sentAt()).isEqualTo("2026-03-02T07:31:59Z");
    assertThat(batch.rejections()).isEmpty();
    assertThat(signals.fixes().size()).isEqualTo(1);
    assertThat(signals.fixes().fix(0))
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-9, Double.class)
        .isEqualTo(
            new GpsFix(
                FIXED,
                new LatLon(51.05, 3.72),
                5.0,
                12.0,
                13.9,
                92.5,
                86_400_123L,
                LocationProvider.GPS));
    assertThat(signals.motion())
        .containsExactly(
            new MotionChunk(FIXED, 25, new float[] {0.1f, 0.2f, 9.8f}, new float[] {0, 0, 0.1f}));
    assertThat(signals.activity())
        .containsExactly(new ActivitySample(FIXED, ActivityType.IN_VEHICLE, 0.9));
    assertThat(signals.phone())
        .containsExactly(
            new PhoneState(FIXED, true, CallState.HANDSFREE, null, 0.8, true, "bluetooth"));
    assertThat(signals.steps()).containsExactly(new StepCount(FIXED, FIXED.plusSeconds(30), 41));
  }

  @Test
  void everyStreamMayBeAbsentOrNull() {
    assertThat(decode("{}").signals().isEmpty()).isTrue();
    assertThat(decode("{\"fixes\": null, \"batch_id\": null}").batchId()).isNull();
  }

  @Test
  void whatIsNotKnownIsIgnored() {
    var batch =
        decode(
            """
            {"app": {"fixes": [1, [2], {"a": {}}]}, "fixes": [
              {"extra": [[[{}]]], "time": 1772436672250, "lat": 1, "lon": 2, "hdop": "x",
               "provider": "galileo"}]}
            """);

    assertThat(batch.rejections()).isEmpty();
    assertThat(batch.signals().fixes().provider(0)).isEqualTo(LocationProvider.OTHER);
  }

  @Test
  void aNegativeSpeedBearingOrAccuracyIsMissing() {
    var fix = fix("\"accuracy\": -1, \"speed\": -0.5, \"bearing\": -1, \"altitude\": -3.5");

    assertThat(fix.accuracyMeters()).isNull();
    assertThat(fix.speedMps()).isNull();
    assertThat(fix.bearingDeg()).isNull();
    assertThat(fix.altitudeMeters()).isEqualTo(-3.5);
  }

  @Test
  void nullIsMissing() {
    var fix =
        fix(
            "\"accuracy\": null, \"speed\": null, \"bearing\": null, \"altitude\": null,"
                + " \"uptime_ms\": null, \"provider\": null");

    assertThat(fix).isEqualTo(fix("\"x\": 1"));
    assertThat(fix.uptimeMillis()).isNull();
    assertThat(fix.provider()).isEqualTo(LocationProvider.UNKNOWN);
  }

  @Test
  void aZeroIsLiteral() {
    var fixes =
        decode(
                """
                {"fixes": [{"time": 1772436672250, "lat": 0, "lon": 0.0, "speed": 0,
                            "bearing": 0, "altitude": 0}]}
                """)
            .signals()
            .fixes();

    assertThat(fixes.fix(0).position()).isEqualTo(new LatLon(0, 0));
    assertThat(fixes.speedMmps(0)).isZero();
    assertThat(fixes.bearingCdeg(0)).isZero();
    assertThat(fixes.altitudeCm(0)).isZero();
  }

  @Test
  void anAccuracyOfZeroIsTheFinestThatATrackCanTell() {
    assertThat(fix("\"accuracy\": 0").accuracyMeters()).isEqualTo(0.001);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          fixes    | "time": 1772436672250, "lat": 91, "lon": 3       | lat: must be within -90..90
          fixes    | "time": 1772436672250, "lat": 51, "lon": -180.01 | lon: must be within -180..180
          fixes    | "time": 1772436672250, "lon": 3                  | lat: is missing
          fixes    | "time": 1772436672250, "lat": 3, "lon": null     | lon: is missing
          fixes    | "time": 1772436672250, "lat": "51", "lon": 3     | lat: must be a number
          fixes    | "time": 1772436672250, "lat": [51], "lon": 3     | lat: must be a number
          fixes    | "time": 1772436672250, "lat": true, "lon": 3     | lat: must be a number
          fixes    | "time": 1772436672250, "lat": 51, "lon": 1e999   | lon: is too large
          fixes    | "time": 1772436672250, "lat": 1, "lon": 2, "bearing": 360.5 | bearing: must be within 0..360
          fixes    | "time": 1772436672250, "lat": 1, "lon": 2, "uptime_ms": 1.5 | uptime_ms: must be a whole number
          fixes    | "time": 1772436672250, "lat": 1, "lon": 2, "provider": 5    | provider: must be a text
          fixes    | "lat": 51, "lon": 3                              | time: is missing
          fixes    | "time": "yesterday", "lat": 51, "lon": 3         | time: must be RFC 3339 with an offset, or whole Unix milliseconds
          fixes    | "time": 1772436672.25, "lat": 51, "lon": 3       | time: must be RFC 3339 with an offset, or whole Unix milliseconds
          fixes    | "time": {"s": 1}, "lat": 51, "lon": 3            | time: must be RFC 3339 with an offset, or whole Unix milliseconds
          fixes    | "time": 99999999999999999999, "lat": 1, "lon": 3 | time: must be RFC 3339 with an offset, or whole Unix milliseconds
          fixes    | "time": "1999-12-31T23:59:59.999Z", "lat": 1, "lon": 3 | time: must not be before 2000
          fixes    | "time": 1772436672, "lat": 51, "lon": 3          | time: must not be before 2000
          fixes    | "time": "2026-03-03T07:32:00.001Z", "lat": 1, "lon": 3 | time: must not be more than 24 h in the future
          motion   | "rate_hz": 25, "acceleration": [[0, 0, 9.8]]     | start: is missing
          motion   | "start": 1772436672250, "acceleration": [[0, 0, 9.8]] | rate_hz: is missing
          motion   | "start": 1772436672250, "rate_hz": 0, "acceleration": [[0, 0, 9.8]] | rate_hz: must be more than 0 and at most 1000
          motion   | "start": 1772436672250, "rate_hz": 25            | acceleration: is missing
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [] | acceleration: is missing
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": 9.8 | acceleration: must be an array of [x, y, z]
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [[0, 0, 9.8], [0, 0]] | acceleration[1]: must be three numbers
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [[0, 0, 9.8, [1]]] | acceleration[0]: must be three numbers
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [{"x": 1}] | acceleration[0]: must be three numbers
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [[0, "0", 9.8]] | acceleration[0]: must be three numbers
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [[0, 1e39, 9.8]] | acceleration[0]: must be three numbers
          motion   | "start": 1772436672250, "rate_hz": 25, "acceleration": [[0, 0, 9.8]], "rotation": [] | rotation: must have as many samples as acceleration
          activity | "type": "still", "confidence": 1                 | time: is missing
          activity | "time": 1772436672250, "confidence": 1           | type: is missing
          activity | "time": 1772436672250, "type": "flying"          | type: must be one of unknown, still, walking, running, on_foot, on_bicycle, in_vehicle, tilting
          activity | "time": 1772436672250, "type": "still", "confidence": 90 | confidence: must be within 0..1
          activity | "time": 1772436672250, "type": "still", "confidence": -1 | confidence: must be within 0..1
          phone    | "screen": "on"                                   | time: is missing
          phone    | "time": 1772436672250, "screen": true            | screen: must be a text
          phone    | "time": 1772436672250, "screen": "dimmed"        | screen: must be one of on, off
          phone    | "time": 1772436672250, "call": "loud"            | call: must be one of none, handheld, handsfree
          phone    | "time": 1772436672250, "mounted": "yes"          | mounted: must be true or false
          phone    | "time": 1772436672250, "charging": 1             | charging: must be true or false
          phone    | "time": 1772436672250, "battery": -1             | battery: must be within 0..1
          phone    | "time": 1772436672250, "audio_route": "0123456789012345678901234567890123456789012345678901234567890123456789" | audio_route: must have at most 64 characters
          steps    | "end": 1772436672250, "count": 1                 | start: is missing
          steps    | "start": 1772436672250, "count": 1               | end: is missing
          steps    | "start": 1772436672250, "end": 1772436672249, "count": 1 | end: must not be before start
          steps    | "start": 1772436672250, "end": 1772436672250     | count: is missing
          steps    | "start": 1772436672250, "end": 1772436672250, "count": -1 | count: must be within 0..2147483647
          steps    | "start": 1772436672250, "end": 1772436672250, "count": 4e9 | count: must be a whole number
          """)
  void aBadItemCostsOnlyItself(String stream, String members, String reason) {
    String good = goodItem(stream);

    var batch = decode("{\"%s\": [%s, {%s}, %s]}".formatted(stream, good, members, good));

    assertThat(batch.rejections()).containsExactly(new Rejection(stream, 1, reason));
    assertThat(batch.signals().itemCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "null", "\"x\"", "[[1], {}]", "true"})
  void anItemThatIsNoObjectCostsOnlyItself(String item) {
    String good = goodItem("fixes");

    var batch = decode("{\"fixes\": [%s, %s]}".formatted(item, good));

    assertThat(batch.rejections()).containsExactly(new Rejection("fixes", 0, "must be an object"));
    assertThat(batch.signals().fixes().size()).isEqualTo(1);
  }

  @Test
  void aFixOfExactlyOneDayAheadIsGood() {
    assertThat(
            decode("{\"fixes\": [{\"time\": \"2026-03-03T07:32:00Z\", \"lat\": 1, \"lon\": 2}]}")
                .rejections())
        .isEmpty();
  }

  @Test
  void anUnreadableSentAtCostsNoItem() {
    var batch = decode("{\"sent_at\": \"now\", \"fixes\": [%s]}".formatted(goodItem("fixes")));

    assertThat(batch.sentAt()).isNull();
    assertThat(batch.signals().fixes().size()).isEqualTo(1);
    assertThat(batch.rejections()).singleElement().extracting("stream").isEqualTo("sent_at");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"fixes\": [{\"time\": 1772436672250, \"lat\": 5",
        "{\"fixes\": [{\"lat\": 05}]}",
        "{\"fixes\": [{\"lat\": NaN}]}",
        "{\"fixes\": {}}",
        "{\"fixes\": []} x",
        "{\"fixes\": [], \"fixes\": []}",
        "{\"batch_id\": 17}",
        "{\"batch_id\": \"\"}",
        "<fixes/>"
      })
  void whatIsNoBatchIsRefusedAsAWhole(String body) {
    assertThatExceptionOfType(MalformedInputException.class).isThrownBy(() -> decode(body));
  }

  @Test
  void theErrorNamesLineAndColumn() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> decode("{\n  \"fixes\": [,]}"))
        .satisfies(
            error -> {
              assertThat(error.line()).isEqualTo(2);
              assertThat(error.column()).isPositive();
              assertThat(error).hasMessageStartingWith("line 2, column ");
            });
  }

  @Test
  void sixtyFourLevelsMayLieInEachOtherAndNoMore() {
    assertThat(decode("{\"a\": %s}".formatted(nested(63))).rejections()).isEmpty();
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> decode("{\"a\": %s}".formatted(nested(64))));
  }

  @Test
  void aBatchOfMoreRowsThanAllowedIsRefused() {
    String good = goodItem("fixes");
    String most = "{\"fixes\": [%s]}".formatted(commaSeparated(10_000, good));
    String onTop = "{\"fixes\": [%s], \"steps\": [0]}".formatted(commaSeparated(10_000, good));

    assertThat(decode(most).signals().fixes().size()).isEqualTo(10_000);
    assertThatThrownBy(() -> decode(onTop))
        .isInstanceOf(InputTooLargeException.class)
        .hasMessageContaining("10000");
  }

  @Test
  void aBatchOfMoreMotionSamplesThanAllowedIsRefused() {
    var tight = new SignalsJson(new SignalsJson.Limits(10, 4));
    String body =
        """
        {"motion": [{"start": 1772436672250, "rate_hz": 25,
                     "acceleration": [[0, 0, 9.8], [0, 0, 9.8], [0, 0, 9.8]],
                     "rotation":     [[0, 0, 0], [0, 0, 0], [0, 0, 0]]}]}
        """;

    assertThat(decode(body).signals().motion().getFirst().sampleCount()).isEqualTo(3);
    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> tight.decode(bytes(body), RECEIVED));
  }

  @Test
  void aBodyThatBreaksOffOnTheWayIsAnErrorOfTheWay() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> codec.decode(broken, RECEIVED))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("connection reset");
  }

  private GpsFix fix(String members) {
    var batch =
        decode(
            "{\"fixes\": [{\"time\": 1772436672250, \"lat\": 1, \"lon\": 2, %s}]}"
                .formatted(members));
    assertThat(batch.rejections()).isEmpty();
    return batch.signals().fixes().fix(0);
  }

  private static String goodItem(String stream) {
    return switch (stream) {
      case "fixes" -> "{\"time\": 1772436672250, \"lat\": 51.05, \"lon\": 3.72}";
      case "motion" ->
          "{\"start\": 1772436672250, \"rate_hz\": 25, \"acceleration\": [[0, 0, 9.8]]}";
      case "activity" -> "{\"time\": 1772436672250, \"type\": \"still\"}";
      case "phone" -> "{\"time\": 1772436672250, \"screen\": \"off\"}";
      case "steps" -> "{\"start\": 1772436672250, \"end\": 1772436672250, \"count\": 0}";
      default -> throw new IllegalArgumentException(stream);
    };
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String commaSeparated(int count, String item) {
    return String.join(",", Collections.nCopies(count, item));
  }

  private Decoded decode(String body) {
    return codec.decode(bytes(body), RECEIVED);
  }

  private static InputStream bytes(String body) {
    return new ByteArrayInputStream(body.getBytes(UTF_8));
  }
}
