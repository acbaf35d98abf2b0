package io.sensorium.benchmarks.mobilitynet;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.ActivityType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSignalsTest {

  @TempDir private Path folder;

  @Test
  void negativeSpeedAndBearingAreMissing() throws IOException {
    write(
        "location",
        """
        ts,lat,lon,accuracy,altitude,speed,bearing,filter,write_ts
        1563897070.9369578,37.5,-122.25,20,-3.5,-1,-1,distance,1563897071.5
        1563897071.5,37.5,-122.25,65,35.5,1.25,270,distance,1563897072
        """);

    var fixes = RunSignals.read(run()).fixes();

    assertThat(fixes.fix(0).time()).isEqualTo(Instant.parse("2019-07-23T15:51:10.936957Z"));
    assertThat(fixes.fix(0).altitudeMeters()).isEqualTo(-3.5);
    assertThat(fixes.fix(0).speedMps()).isNull();
    assertThat(fixes.fix(0).bearingDeg()).isNull();
    assertThat(fixes.fix(1).speedMps()).isEqualTo(1.25);
  }

  @Test
  void bothMakesTellTheirActivityInTheirOwnWords() {
    assertThat(RunSignals.type("7")).isEqualTo(ActivityType.WALKING);
    assertThat(RunSignals.type("cycling")).isEqualTo(ActivityType.ON_BICYCLE);
    assertThat(RunSignals.type("automotive+stationary")).isEqualTo(ActivityType.IN_VEHICLE);
    assertThat(RunSignals.type("")).isEqualTo(ActivityType.UNKNOWN);
    assertThat(RunSignals.confidenceRatio("61")).isEqualTo(0.61);
    assertThat(RunSignals.confidenceRatio("medium")).isEqualTo(0.6);
  }

  private PhoneRun run() {
    return PhoneRun.of(folder.resolve("ucb-sdb-ios-1__drive__0_3000__location.csv.gz"));
  }

  private void write(String stream, String text) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(run().file(stream)))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
