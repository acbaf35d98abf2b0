package io.sensorium.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.geojson.GeoJsonReader;
import io.sensorium.intake.gpx.GpxReader;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Files of 200 MB pass through a heap that does not grow with them. */
class LargeFileTest {

  private static final int POINTS = 1_500_000;
  private static final long MOST_GROWTH_BYTES = 8L << 20;

  @Test
  void aLargeGpxFileIsReadInLittleMemory() {
    var file =
        EndlessInput.of(
            "<gpx xmlns='http://www.topografix.com/GPX/1/1'><trk><trkseg>",
            POINTS,
            point ->
                """
                <trkpt lat="51.%07d" lon="3.7212345"><ele>12.5</ele>\
                <time>2026-03-02T07:31:12.250Z</time><extensions><speed>13.9</speed></extensions>\
                </trkpt>
                """
                    .formatted(point),
            "</trkseg></trk></gpx>");

    var seen = readCounting(new GpxReader(), file);

    assertThat(seen.bytes()).isGreaterThan(200_000_000);
    assertThat(seen.points).isEqualTo(POINTS);
    assertThat(seen.growthBytes()).isLessThan(MOST_GROWTH_BYTES);
  }

  @Test
  void aLargeGeoJsonFileIsReadInLittleMemory() {
    var file =
        EndlessInput.of(
            "{\"type\": \"FeatureCollection\", \"features\": [{}",
            POINTS,
            point ->
                """
                ,{"type": "Feature", "geometry": {"type": "Point", "coordinates": [3.7, 51.%07d]},
                "properties": {"time": "2026-03-02T07:31:12.250Z", "speed": 13.9, "a": "b"}}
                """
                    .formatted(point),
            "]}");

    var seen = readCounting(new GeoJsonReader(), file);

    assertThat(seen.bytes()).isGreaterThan(200_000_000);
    assertThat(seen.points).isEqualTo(POINTS);
    assertThat(seen.growthBytes()).isLessThan(MOST_GROWTH_BYTES);
  }

  private static Counting readCounting(TrackFileReader reader, InputStream file) {
    var counted = new CountingInput(file);
    var counting = new Counting(counted);
    reader.read(counted, counting);
    return counting;
  }

  /** Counts points, and compares what the heap holds at the first and at the last of them. */
  private static final class Counting implements TrackSink {

    private final CountingInput input;
    private int points;
    private long firstBytes;
    private long lastBytes;

    Counting(CountingInput input) {
      this.input = input;
    }

    long bytes() {
      return input.bytesRead();
    }

    long growthBytes() {
      return lastBytes - firstBytes;
    }

    @Override
    public void point(FixDraft draft) {
      points++;
      if (points == 1) {
        firstBytes = heldBytes();
      } else if (points == POINTS) {
        lastBytes = heldBytes();
      }
    }

    @Override
    public void unreadable(String reason) {
      throw new AssertionError(reason);
    }

    private static long heldBytes() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }
}
