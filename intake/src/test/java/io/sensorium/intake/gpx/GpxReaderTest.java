package io.sensorium.intake.gpx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.files.EndlessInput;
import io.sensorium.intake.files.Points;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpxReaderTest {

  private static final String POINT =
      "<trkpt lat='51.05' lon='3.72'><time>2026-03-02T07:31:12Z</time></trkpt>";

  private final GpxReader reader = new GpxReader();

  @Test
  void wayPointsRoutesAndTracksAreReadInTheOrderOfTheFile() {
    var points = Points.ofResource(reader, "gpx/track.gpx");

    assertThat(points.track())
        .isEqualTo(
            FixTrack.of(
                List.of(
                    fix("2026-03-02T07:00:00Z", 51.05, 3.72, null, 9.5, null, null),
                    fix("2026-03-02T07:10:00Z", 51.051, 3.721, null, null, null, null),
                    fix("2026-03-02T07:31:12.250Z", 51.052, 3.722, 6.0, 10.25, 13.9, 92.5),
                    fix("2026-03-02T07:31:13Z", 51.053, 3.723, null, null, null, null))));
    assertThat(points.reasons())
        .containsExactly(
            "time: is missing",
            "lat: must be a number",
            "lat: is missing",
            "time: must be an ISO 8601 time");
  }

  @Test
  void theOlderFormHasSpeedAndCourseInThePointAndMayLackTheOffset() {
    var points = Points.ofResource(reader, "gpx/track-1.0.gpx");

    assertThat(points.track())
        .isEqualTo(
            FixTrack.of(
                List.of(fix("2005-10-01T12:00:00Z", -33.4, -70.6, null, 520.0, 1.5, 181.25))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><gpx>&x;</gpx>",
        "<!DOCTYPE gpx SYSTEM 'http://127.0.0.1:1/gpx.dtd'><gpx></gpx>",
        "<!DOCTYPE gpx [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><gpx>&b;</gpx>",
      })
  void aDocumentTypeIsRefused(String document) {
    assertThatThrownBy(() -> Points.of(reader, document))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("a document type is not allowed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "{}", "<kml></kml>", "<gpx>&nbsp;</gpx>", "<gpx></gpx><gpx></gpx>"})
  void whatIsNotGpxIsRefused(String document) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Points.of(reader, document));
  }

  @Test
  void aFileThatIsCutOffGivesWhatCameBefore() {
    var points = new Points();
    String cut = "<gpx><trk><trkseg>\n" + POINT + "\n" + POINT + "\n<trkpt lat='51.05' lo";

    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> reader.read(EndlessInput.once(cut), points))
        .satisfies(error -> assertThat(error.line()).isEqualTo(4))
        .withMessageContaining("line 4, column ");

    assertThat(points.size()).isEqualTo(2);
  }

  @Test
  void elementsTooDeepAreRefused() {
    String deep = "<gpx>" + "<a>".repeat(64) + "</a>".repeat(64) + "</gpx>";

    assertThatThrownBy(() -> Points.of(reader, deep)).hasMessageContaining("64 deep");
  }

  @Test
  void namesThatNeverEndAreRefused() {
    String names =
        IntStream.range(0, 10_001).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());

    assertThatThrownBy(() -> Points.of(reader, "<gpx>" + names + "</gpx>"))
        .hasMessageContaining("different names");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<gpx a='", "<gpx><!-- ", "<gpx><?x "})
  void aPieceThatNeverEndsIsRefused(String start) {
    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> reader.read(EndlessInput.of(start, "abcdefgh"), new Points()));
  }

  @Test
  void longTextIsPassedOver() {
    String text = "<desc>" + "long ".repeat(100_000) + "</desc>";

    var points =
        Points.of(reader, "<gpx>" + POINT.replace("</trkpt>", text + "</trkpt>") + "</gpx>");

    assertThat(points.size()).isEqualTo(1);
  }

  private static GpsFix fix(
      String time,
      double latitudeDeg,
      double longitudeDeg,
      @Nullable Double accuracyMeters,
      @Nullable Double altitudeMeters,
      @Nullable Double speedMps,
      @Nullable Double bearingDeg) {
    return new GpsFix(
        Instant.parse(time),
        new LatLon(latitudeDeg, longitudeDeg),
        accuracyMeters,
        altitudeMeters,
        speedMps,
        bearingDeg,
        null,
        LocationProvider.UNKNOWN);
  }
}
