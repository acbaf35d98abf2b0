package io.sensorium.intake.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.geo.LatLon;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.files.EndlessInput;
import io.sensorium.intake.files.Points;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonReaderTest {

  private final GeoJsonReader reader = new GeoJsonReader();

  @Test
  void pointsHaveTheirTimeAmongTheirProperties() {
    var points = Points.ofResource(reader, "geojson/points.geojson");

    assertThat(points.size()).isEqualTo(2);
    var first = points.fix(0);
    assertThat(first.time()).isEqualTo("2026-03-02T07:31:12.250Z");
    assertThat(first.position().distanceMetersTo(new LatLon(51.05, 3.72))).isLessThan(0.1);
    assertThat(first.altitudeMeters()).isEqualTo(12.0);
    assertThat(first.accuracyMeters()).isEqualTo(5.0);
    assertThat(first.speedMps()).isEqualTo(13.9);
    assertThat(first.bearingDeg()).isEqualTo(92.5);
    assertThat(points.fix(1).time()).isEqualTo("2026-03-02T07:31:13Z");
    assertThat(points.reasons()).containsExactly("time: is missing");
  }

  @Test
  void whatOverlandSendsIsUnderstood() {
    var points = Points.ofResource(reader, "geojson/overland.json");

    assertThat(points.reasons()).isEmpty();
    var fix = points.fix(0);
    assertThat(fix.time()).isEqualTo("2015-10-01T15:00:00Z");
    assertThat(fix.accuracyMeters()).isEqualTo(30.0);
    assertThat(fix.speedMps()).isEqualTo(4.0);
    assertThat(fix.altitudeMeters()).isEqualTo(0.0);
  }

  @Test
  void linesHaveATimeForEachCoordinate() {
    var points = Points.ofResource(reader, "geojson/lines.geojson");

    var track = points.track();
    assertThat(points.reasons()).containsExactly("time: is missing");
    assertThat(track.size()).isEqualTo(5);
    assertThat(track.fix(1).time()).isEqualTo("2026-03-02T07:00:10Z");
    assertThat(track.fix(1).altitudeMeters()).isEqualTo(6.0);
    assertThat(track.fix(4).time()).isEqualTo("2026-03-02T08:00:20Z");
    assertThat(track.fix(4).position().longitudeDeg()).isCloseTo(4.3, within(1e-9));
    assertThat(track.fix(4).altitudeMeters()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "2026-03-02T07:31:12.250Z" | 2026-03-02T07:31:12.250Z
          "2026-03-02 08:31:12+0100" | 2026-03-02T07:31:12Z
          1772436672                 | 2026-03-02T07:31:12Z
          1772436672.25              | 2026-03-02T07:31:12.250Z
          1772436672250              | 2026-03-02T07:31:12.250Z
          "1772436672250"            | 2026-03-02T07:31:12.250Z
          """)
  void aTimeMayBeWrittenInManyWays(String written, Instant meant) {
    assertThat(point("\"time\": " + written).fix(0).time()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"noon\"", "true", "{\"s\": 1}", "1e300"})
  void aTimeThatCannotBeReadCostsItsPoint(String written) {
    assertThat(point("\"time\": " + written).reasons())
        .containsExactly("time: must be an ISO 8601 time or Unix seconds or milliseconds");
  }

  @Test
  void whatTrackersCallSpeedAndBearingIsUnderstood() {
    var fix = point("\"tst\": 1772436672, \"vel\": 36, \"cog\": 271, \"acc\": \"7.5\"").fix(0);

    assertThat(fix.speedMps()).isEqualTo(10.0);
    assertThat(fix.bearingDeg()).isEqualTo(271.0);
    assertThat(fix.accuracyMeters()).isEqualTo(7.5);
  }

  @Test
  void aPropertyOfAnotherKindIsNotGiven() {
    var points = point("\"time\": 1772436672, \"speed\": \"fast\", \"accuracy\": [5]");

    assertThat(points.fix(0).speedMps()).isNull();
    assertThat(points.fix(0).accuracyMeters()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [3.72, 95]        | lat: must be within -90..90
          [200, 51]         | lon: must be within -180..180
          ["3.72", 51]      | lon: is missing
          [3.72]            | lat: is missing
          [3.72, {"a": [1]}] | lat: is missing
          """)
  void aPositionThatCannotBeCostsItself(String coordinates, String reason) {
    var points =
        Points.of(
            reader,
            """
            {"type": "Feature", "properties": {"time": 1772436672},
             "geometry": {"type": "Point", "coordinates": %s}}
            """
                .formatted(coordinates));

    assertThat(points.reasons()).containsExactly(reason);
  }

  @Test
  void featuresMayLieAnywhereAndFollowEachOther() {
    String feature =
        """
        {"type": "Feature", "properties": {"time": 1772436672},
         "geometry": {"type": "Point", "coordinates": [3.72, 51.05]}}
        """;

    var points =
        Points.of(reader, "{\"days\": [[{\"x\": [" + feature + "]}]]}\n" + feature + feature);

    assertThat(points.size()).isEqualTo(3);
  }

  @Test
  void aFileThatIsCutOffGivesWhatCameBefore() {
    var points = new Points();
    String cut =
        """
        {"features": [{"type": "Feature", "properties": {"time": 1772436672},
         "geometry": {"type": "Point", "coordinates": [3.72, 51.05]}}, {"type":
        """;

    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> reader.read(EndlessInput.once(cut), points));

    assertThat(points.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<gpx/>", "{,}"})
  void whatIsNotJsonIsRefused(String text) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Points.of(reader, text));
  }

  @Test
  void oneFeatureOfMoreThanAMillionPositionsIsRefused() {
    var line =
        EndlessInput.of("{\"type\": \"LineString\", \"coordinates\": [[3, 51]", ",[3.1, 51.1]");

    assertThatThrownBy(() -> reader.read(line, new Points()))
        .isInstanceOf(InputTooLargeException.class)
        .hasMessageContaining("1000000 positions");
  }

  private Points point(String properties) {
    return Points.of(
        reader,
        """
        {"type": "Feature", "properties": {%s},
         "geometry": {"type": "Point", "coordinates": [3.72, 51.05]}}
        """
            .formatted(properties));
  }
}
