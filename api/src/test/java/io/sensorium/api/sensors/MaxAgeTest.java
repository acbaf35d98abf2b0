package io.sensorium.api.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.measurement.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxAgeTest {

  private static final Instant NOW = Instant.parse("2026-09-13T17:00:00Z");
  private static final DataSource TEMPERATURE = source(1, "temp", 900);
  private static final DataSource BATTERY = source(2, "batt", 10_800);

  private static DataSource source(long id, String type, long seconds) {
    return new DataSource(
        new SourceId(id),
        new SensorId(1),
        new GatewayId(1),
        type,
        type,
        SourceType.find(type).orElseThrow(),
        Duration.ofSeconds(seconds),
        null,
        null);
  }

  private static Map<SourceId, Measurement> latest(Map<DataSource, Instant> dates) {
    var rows = new HashMap<SourceId, Measurement>();
    dates.forEach(
        (source, date) ->
            rows.put(source.id(), new Measurement(source.id(), Micros.of(date), 20, 1, 1)));
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"0, 900", "1, 899", "300, 600", "895, 5", "896, 5", "5000, 5", "-60, 900"})
  void theLatestValueMayBeKeptUntilTheNextIsDue(long ageSeconds, int maxAge) {
    var latest = latest(Map.of(TEMPERATURE, NOW.minusSeconds(ageSeconds)));

    assertThat(MaxAge.untilNextSample(List.of(TEMPERATURE), latest, NOW)).isEqualTo(maxAge);
  }

  @Test
  void theSourceThatIsDueFirstDecides() {
    var latest = latest(Map.of(TEMPERATURE, NOW.minusSeconds(300), BATTERY, NOW));
    var alsoDue =
        latest(Map.of(TEMPERATURE, NOW.minusSeconds(300), BATTERY, NOW.minusSeconds(10_700)));

    assertThat(MaxAge.untilNextSample(List.of(BATTERY, TEMPERATURE), latest, NOW)).isEqualTo(600);
    assertThat(MaxAge.untilNextSample(List.of(BATTERY, TEMPERATURE), alsoDue, NOW)).isEqualTo(100);
  }

  @Test
  void aSourceWithoutSamplesMayHaveOneAtAnyTime() {
    var latest = latest(Map.of(TEMPERATURE, NOW));

    assertThat(MaxAge.untilNextSample(List.of(TEMPERATURE, BATTERY), latest, NOW)).isEqualTo(5);
  }

  @Test
  void whatDidNotChangeForAQuarterOfAnHourIsSettled() {
    assertThat(MaxAge.sinceChange(NOW.minusSeconds(899), NOW)).isEqualTo(5);
    assertThat(MaxAge.sinceChange(NOW.minusSeconds(900), NOW)).isEqualTo(900);
    assertThat(MaxAge.sinceChange(Instant.EPOCH, NOW)).isEqualTo(900);
  }

  @Test
  void aPeriodIsClosedAQuarterOfAnHourAfterItsEnd() {
    assertThat(MaxAge.isClosed(Period.of(NOW.minusSeconds(9_000), NOW.minusSeconds(901)), NOW))
        .isTrue();
    assertThat(MaxAge.isClosed(Period.of(NOW.minusSeconds(9_000), NOW.minusSeconds(60)), NOW))
        .isFalse();
  }

  @Test
  void aCountOfChangesIsAsOldAsItWasFirstSeen() {
    var changes = new ChangeWatch();

    assertThat(changes.lastChange(7, NOW)).isEqualTo(NOW);
    assertThat(changes.lastChange(7, NOW.plusSeconds(60))).isEqualTo(NOW);
    assertThat(changes.lastChange(8, NOW.plusSeconds(90))).isEqualTo(NOW.plusSeconds(90));
  }
}
