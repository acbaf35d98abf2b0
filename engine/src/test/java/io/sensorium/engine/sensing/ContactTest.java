package io.sensorium.engine.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.time.Micros;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is silent, and who is heard again. */
class ContactTest {

  private static final int SENSORS = 4;

  @TempDir private Path directory;
  private House house;
  private final List<SourceId> sources = new ArrayList<>();
  private Instant now = House.START;

  @BeforeEach
  void pair() {
    house = new House(directory);
    for (int i = 0; i < SENSORS; i++) {
      sources.add(house.newSource("s" + i, "temp"));
    }
    pass(10, sources);
    assertThat(house.told()).isEmpty();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Lets minutes pass in each of which something of these sources comes. */
  private void pass(int minutes, List<SourceId> heard) {
    for (int i = 0; i < minutes; i++) {
      now = now.plus(House.INTERVAL);
      for (var source : heard) {
        house.measure(source, now, 20);
      }
      house.tick(now);
    }
  }

  @Test
  void oneSilentSensorIsToldOnceAndMarkedUntilItIsHeardAgain() {
    var others = sources.subList(1, SENSORS);
    var since = now;
    pass(30, others);

    assertThat(house.told()).containsExactly(NotificationType.SENSOR_DISCONNECTED);
    assertThat(disconnectedAt(sources.getFirst())).isEqualTo(since);

    house.restart(now);
    pass(10, others);
    assertThat(house.told()).hasSize(1);

    pass(1, sources);
    assertThat(house.told())
        .containsExactly(NotificationType.SENSOR_DISCONNECTED, NotificationType.SENSOR_CONNECTED);
    assertThat(disconnectedAt(sources.getFirst())).isNull();
  }

  @Test
  void whenAllAreSilentItIsTheGatewayAloneThatIsTold() {
    pass(30, List.of());

    assertThat(house.told()).containsExactly(NotificationType.GATEWAY_DISCONNECTED);
    assertThat(house.store.devices().findGateway(house.gateway.id()).orElseThrow().disconnectedAt())
        .isNotNull();

    pass(2, sources);
    assertThat(house.told())
        .containsExactly(NotificationType.GATEWAY_DISCONNECTED, NotificationType.GATEWAY_CONNECTED);
  }

  @Test
  void aSensorThatDoesNotComeBackWithItsGatewayIsToldByItself() {
    pass(30, List.of());
    pass(30, sources.subList(1, SENSORS));

    assertThat(house.told())
        .containsExactly(
            NotificationType.GATEWAY_DISCONNECTED,
            NotificationType.GATEWAY_CONNECTED,
            NotificationType.SENSOR_DISCONNECTED);
  }

  @Test
  void aSilenceInWhichAllWasMeasuredAndComesLaterWasNone() {
    var since = now;
    pass(30, List.of());
    var rows = SourceRows.builder(30 * SENSORS);
    for (var source : sources) {
      for (int i = 1; i <= 30; i++) {
        var at = since.plus(House.INTERVAL.multipliedBy(i));
        rows.add(source.value(), Micros.of(at), 20, MeasurementType.REGULAR.code());
      }
    }
    house.receive(rows.build(), now);
    pass(1, sources);

    assertThat(house.told())
        .containsExactly(NotificationType.GATEWAY_DISCONNECTED, NotificationType.SILENCE_RETRACTED);
  }

  @Test
  void whileTheServerDidNotRunNobodyWasSilent() {
    now = now.plus(Duration.ofDays(2));
    house.restart(now);

    pass(1, List.of());
    pass(5, sources);

    assertThat(house.told()).isEmpty();
  }

  @Test
  void aLowBatteryIsToldOnceUntilItIsFullAgain() {
    var battery = house.newSource("s0", "batt");
    for (double volts : new double[] {3.0, 2.3, 2.2, 2.45, 2.35, 3.1, 2.2}) {
      now = now.plus(House.INTERVAL);
      house.measure(battery, now, volts);
      sources.forEach(source -> house.measure(source, now, 20));
      house.tick(now);
    }

    assertThat(house.told())
        .containsExactly(NotificationType.BATTERY_LOW, NotificationType.BATTERY_LOW);
  }

  private @Nullable Instant disconnectedAt(SourceId source) {
    var sensor = house.store.devices().findSource(source).orElseThrow().sensor();
    return house.store.devices().findSensor(sensor).orElseThrow().disconnectedAt();
  }
}
