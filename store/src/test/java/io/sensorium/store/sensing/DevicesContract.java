package io.sensorium.store.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.StoreException;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import io.sensorium.store.sensing.Devices.SensorInventory;
import io.sensorium.store.sensing.Devices.SentSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of gateways, sensors and sources does. */
public abstract class DevicesContract extends SensingContract {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Test
  void aNewGatewayWaitsForAnOwner() {
    var made = gateway("00000000");

    reopen();

    assertThat(devices.findGateway(made.id())).contains(made);
    assertThat(devices.findGatewayBySerial("00000000")).contains(made);
    assertThat(devices.findGatewayByToken("token of 00000000")).contains(made);
    assertThat(devices.listGateways()).containsExactly(made);
    assertThat(made.title()).isEqualTo("00000000");
    assertThat(made.owner()).isNull();
    assertThat(made.master()).isNull();
    assertThat(made.associatedAt()).isNull();
    assertThat(made.disconnectedAt()).isNull();
  }

  @Test
  void aSerialIsTakenOnce() {
    gateway("10000000");

    assertThat(devices.createGateway(newGateway("10000000", null, null))).isEmpty();
  }

  @Test
  void whatWasNeverMadeIsNotFound() {
    var gateway = gateway("10000000");

    assertThat(devices.findGateway(new GatewayId(999))).isEmpty();
    assertThat(devices.findGatewayBySerial("unknown")).isEmpty();
    assertThat(devices.findGatewayByToken("unknown")).isEmpty();
    assertThat(devices.findSensor(new SensorId(999))).isEmpty();
    assertThat(devices.findSource(new SourceId(999))).isEmpty();
    assertThat(devices.findSource(gateway.id(), "unknown", "temp")).isEmpty();
    assertThat(devices.findSource(new GatewayId(999), "aa00bb01", "temp")).isEmpty();
    assertThat(devices.deleteGateway(new GatewayId(999))).isFalse();
    assertThatThrownBy(() -> devices.getInventory(new GatewayId(999)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(
            () -> devices.putSensor(new NewSensor(new GatewayId(999), "aa00bb01", null, null)))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> source(unknownSensor(gateway), "temp"))
        .isInstanceOf(StoreException.class);
  }

  private static Sensor unknownSensor(Gateway gateway) {
    return new Sensor(
        new SensorId(999), "x", "x", null, Sensor.SensorType.DEFAULT, gateway.id(), null);
  }

  @Test
  void aChangedTokenIsTheOnlyOneThatHolds() {
    var gateway = gateway("10000000");
    assertThat(devices.findGatewayByToken("token of 10000000")).isPresent();

    devices.setToken(gateway.id(), "another token");

    assertThat(devices.findGatewayByToken("token of 10000000")).isEmpty();
    assertThat(devices.findGatewayByToken("another token")).contains(gateway);
  }

  @Test
  void aGatewayIsNamedAndTellsWhereItIs() {
    var gateway = gateway("10000000");

    devices.setGatewayTitle(gateway.id(), "Home");
    devices.setGatewayNetwork(gateway.id(), "1.2", "203.0.113.9", "192.168.1.7");
    devices.setGatewayDisconnected(gateway.id(), NOW);

    var changed = devices.findGateway(gateway.id()).orElseThrow();
    assertThat(changed.title()).isEqualTo("Home");
    assertThat(changed.firmware()).isEqualTo("1.2");
    assertThat(changed.ipv4()).isEqualTo("203.0.113.9");
    assertThat(changed.localIpv4()).isEqualTo("192.168.1.7");
    assertThat(changed.disconnectedAt()).isEqualTo(NOW);

    devices.setGatewayDisconnected(gateway.id(), null);

    assertThat(devices.findGateway(gateway.id()).orElseThrow().disconnectedAt()).isNull();
  }

  @Test
  void pairingMakesASensorWithItsSources() {
    var gateway = gateway("10000000");

    var paired =
        devices.pair(
            new NewSensor(gateway.id(), "aa00bb01", "Cellar", "2.0"),
            List.of(
                new PairedSource("temp", TEMPERATURE, Duration.ofMinutes(5), null),
                new PairedSource("humi", HUMIDITY, null, "Damp")));

    assertThat(paired.sensor().title()).isEqualTo("Cellar");
    assertThat(paired.sensor().firmware()).isEqualTo("2.0");
    assertThat(paired.sources()).extracting(DataSource::serial).containsExactly("temp", "humi");
    assertThat(paired.sources())
        .extracting(DataSource::title)
        .containsExactly("Temperature", "Damp");
    assertThat(paired.sources())
        .extracting(DataSource::interval)
        .containsExactly(Duration.ofMinutes(5), QUARTER);
    assertThat(devices.getInventory(gateway.id()).sensors()).containsExactly(paired);
    reopen();
    assertThat(devices.getInventory(gateway.id()).sensors()).containsExactly(paired);
  }

  @Test
  void pairingTwiceHasTheEffectOfPairingOnce() {
    var gateway = gateway("10000000", user("anna@example.org"));
    var told = new NewSensor(gateway.id(), "aa00bb01", null, null);
    var sources = List.of(new PairedSource("temp", TEMPERATURE, null, null));
    var first = devices.pair(told, sources);
    var changedAt = devices.lastChange(ownerOf(gateway));

    assertThat(devices.pair(told, sources)).isEqualTo(first);

    assertThat(devices.lastChange(ownerOf(gateway))).isEqualTo(changedAt);
    assertThat(devices.getInventory(gateway.id()).sensors()).containsExactly(first);
  }

  private static SensorUserId ownerOf(Gateway gateway) {
    return Objects.requireNonNull(gateway.owner());
  }

  @Test
  void pairingAgainChangesWhatIsToldAndKeepsTheTypeAndTheOwnersName() {
    var gateway = gateway("10000000");
    var sensor = sensor(gateway, "aa00bb01");
    var source = source(sensor, "temp");

    devices.pair(
        new NewSensor(gateway.id(), "aa00bb01", "Cellar", "2.1"),
        List.of(new PairedSource("temp", HUMIDITY, Duration.ofMinutes(1), null)));

    assertThat(devices.findSensor(sensor.id()).orElseThrow().title()).isEqualTo("Cellar");
    assertThat(devices.findSensor(sensor.id()).orElseThrow().firmware()).isEqualTo("2.1");
    var changed = devices.findSource(source.id()).orElseThrow();
    assertThat(changed.type()).isEqualTo(TEMPERATURE);
    assertThat(changed.interval()).isEqualTo(Duration.ofMinutes(1));

    devices.setSensorTitle(sensor.id(), "Wine");
    devices.putSensor(new NewSensor(gateway.id(), "aa00bb01", "Cellar", null));

    assertThat(devices.findSensor(sensor.id()).orElseThrow().title()).isEqualTo("Wine");
    assertThat(devices.findSensor(sensor.id()).orElseThrow().firmware()).isEqualTo("2.1");
  }

  @Test
  void aSourceThatIsThereIsNotMadeAgain() {
    var sensor = sensor(gateway("10000000"), "aa00bb01");
    var source = source(sensor, "temp");
    devices.setInterval(sensor.id(), Duration.ofMinutes(1));

    var again = source(sensor, "temp");

    assertThat(again.id()).isEqualTo(source.id());
    assertThat(again.interval()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatIsNamedInRowsIsMadeTogetherOnce() {
    var gateway = gateway("10000000");
    var known = source(sensor(gateway, "aa"), "temp");
    var sent =
        List.of(
            new SentSource("aa", null, "temp", HUMIDITY, null),
            new SentSource("bb", "Kitchen", "temp", TEMPERATURE, "Inside"),
            new SentSource("bb", "Kitchen", "humi", HUMIDITY, null));

    var sources = devices.putSources(gateway.id(), sent);

    assertThat(sources.getFirst()).isEqualTo(known);
    assertThat(sources).extracting(DataSource::title).endsWith("Inside", HUMIDITY.title());
    assertThat(sources.get(1).sensor()).isEqualTo(sources.get(2).sensor());
    assertThat(devices.findSensor(sources.get(1).sensor()).orElseThrow().title())
        .isEqualTo("Kitchen");
    assertThat(devices.putSources(gateway.id(), sent)).isEqualTo(sources);
    assertThat(devices.countSourcesCreatedSince(gateway.id(), NOW)).isEqualTo(3);
  }

  @Test
  void sensorsOfGatewaysWithoutOwnersMayHaveTheSameSerial() {
    var first = sensor(gateway("1"), "aa00bb01");
    var second = sensor(gateway("2"), "aa00bb01");

    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void aSensorIsFoundThroughEveryGatewayOfItsOwnerAndMovesWhenItIsPaired() {
    var anna = user("anna@example.org");
    var cellar = gateway("1", anna);
    var attic = gateway("2", anna);
    var sensor = sensor(cellar, "aa00bb01");
    var source = source(sensor, "temp");
    assertThat(devices.findSource(attic.id(), "aa00bb01", "temp")).contains(source);
    long before = devices.changeCount();

    var moved = sensor(attic, "aa00bb01");

    assertThat(moved.id()).isEqualTo(sensor.id());
    assertThat(moved.gateway()).isEqualTo(attic.id());
    assertThat(devices.changeCount()).isGreaterThan(before);
    assertThat(devices.getInventory(cellar.id()).sensors()).isEmpty();
    assertThat(devices.getInventory(attic.id()).sensors()).hasSize(1);
    assertThat(devices.findSource(source.id()).orElseThrow().gateway()).isEqualTo(attic.id());
    assertThat(devices.findSource(cellar.id(), "aa00bb01", "temp"))
        .isEqualTo(devices.findSource(attic.id(), "aa00bb01", "temp"));
  }

  @Test
  void aSensorOfAnotherOwnerIsNotFound() {
    var sensor = sensor(gateway("1", user("anna@example.org")), "aa00bb01");
    source(sensor, "temp");
    var others = gateway("2", user("bert@example.org"));

    assertThat(devices.findSource(others.id(), "aa00bb01", "temp")).isEmpty();
  }

  @Test
  void allSourcesOfASensorHaveItsInterval() {
    var gateway = gateway("10000000");
    var sensor = sensor(gateway, "aa00bb01");
    var other = source(sensor(gateway, "aa00bb02"), "temp");
    source(sensor, "temp");
    source(sensor, "humi");

    devices.setInterval(sensor.id(), Duration.ofMinutes(5));

    assertThat(devices.getInventory(gateway.id()).sensors().getFirst().sources())
        .extracting(DataSource::interval)
        .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(5));
    assertThat(devices.findSource(other.id()).orElseThrow().interval()).isEqualTo(QUARTER);
  }

  @Test
  void sensorsAndSourcesFallSilentAndAreHeardAgain() {
    var sensor = sensor(gateway("10000000"), "aa00bb01");
    var source = source(sensor, "temp");

    devices.setSensorDisconnected(sensor.id(), NOW);
    devices.setSourceDisconnected(source.id(), NOW.plusSeconds(1));

    assertThat(devices.findSensor(sensor.id()).orElseThrow().disconnectedAt()).isEqualTo(NOW);
    assertThat(devices.findSource(source.id()).orElseThrow().disconnectedAt())
        .isEqualTo(NOW.plusSeconds(1));

    devices.setSensorDisconnected(sensor.id(), null);
    devices.setSourceDisconnected(source.id(), null);

    assertThat(devices.findSensor(sensor.id())).contains(sensor);
    assertThat(devices.findSource(source.id())).contains(source);
  }

  @Test
  void severalSourcesAreListedAsTheyWereAskedForAndUnknownOnesLeftOut() {
    var sensor = sensor(gateway("10000000"), "aa00bb01");
    var first = source(sensor, "temp");
    var second = source(sensor, "humi");

    assertThat(devices.listSources(List.of(second.id(), new SourceId(999), first.id())))
        .containsExactly(second, first);
  }

  @Test
  void manySensorsAreFoundByIdAndBySerial() {
    var gateway = gateway("10000000");
    var random = new Random(3);
    var sources = new ArrayList<DataSource>();
    for (int i = 0; i < 40; i++) {
      var sensor = sensor(gateway, Integer.toHexString(random.nextInt()));
      for (int j = 0; j < i % 12; j++) {
        sources.add(source(sensor, "s" + random.nextInt(1_000_000)));
      }
    }

    assertFound(gateway, sources);
    reopen();
    assertFound(gateway, sources);
  }

  private void assertFound(Gateway gateway, List<DataSource> sources) {
    assertThat(
            devices.getInventory(gateway.id()).sensors().stream()
                .map(SensorInventory::sources)
                .flatMap(List::stream))
        .containsExactlyElementsOf(sources);
    for (var source : sources) {
      var sensor = devices.findSensor(source.sensor()).orElseThrow();
      assertThat(devices.findSource(source.id())).contains(source);
      assertThat(devices.findSource(gateway.id(), sensor.serial(), source.serial()))
          .contains(source);
    }
  }

  @Test
  void onlySourcesMadeForRowsAreCounted() {
    var gateway = gateway("10000000");
    var before = Clock.systemUTC().instant();
    var sensor = sensor(gateway, "aa00bb01");
    source(sensor, "temp");
    source(sensor, "humi");
    devices.pair(
        new NewSensor(gateway.id(), "aa00bb02", null, null),
        List.of(new PairedSource("temp", TEMPERATURE, null, null)));

    assertThat(devices.countSourcesCreatedSince(gateway.id(), before)).isEqualTo(2);
    assertThat(
            devices.countSourcesCreatedSince(
                gateway.id(), Clock.systemUTC().instant().plusSeconds(1)))
        .isZero();
  }

  @Test
  void aDeletedGatewayIsGoneWithAllBehindItAndItsSlavesAreMasters() {
    var anna = user("anna@example.org");
    var master = gateway("1", anna);
    var slave = slave("2", master);
    var source = source(sensor(master, "aa00bb01"), "temp");
    assertThat(devices.findGatewayByToken("token of 1")).isPresent();
    long before = devices.changeCount();

    assertThat(devices.deleteGateway(master.id())).isTrue();

    assertThat(devices.findGateway(master.id())).isEmpty();
    assertThat(devices.findGatewayByToken("token of 1")).isEmpty();
    assertThat(devices.findSource(source.id())).isEmpty();
    assertThat(devices.findSource(master.id(), "aa00bb01", "temp")).isEmpty();
    assertThat(devices.findGateway(slave.id()).orElseThrow().master()).isNull();
    assertThat(devices.changeCount()).isGreaterThan(before);
    assertThat(gateway("1").id().value()).isGreaterThan(slave.id().value());
  }

  @Test
  void everyChangeOfAnInventoryMovesItsOwnersLastChange() {
    var anna = user("anna@example.org");
    var bert = user("bert@example.org");
    var gateway = gateway("10000000", anna);
    var source = source(sensor(gateway, "aa00bb01"), "temp");
    List<Runnable> changes =
        List.of(
            () -> devices.setGatewayTitle(gateway.id(), "Home"),
            () -> devices.setSensorTitle(source.sensor(), "Cellar"),
            () -> devices.setInterval(source.sensor(), Duration.ofMinutes(1)),
            () -> devices.setSourceDisconnected(source.id(), NOW),
            () -> devices.setSensorDisconnected(source.sensor(), NOW),
            () -> sensor(gateway, "aa00bb02"),
            () -> devices.deleteGateway(gateway.id()));
    var bertsBefore = devices.lastChange(bert.id());

    for (var change : changes) {
      var before = devices.lastChange(anna.id());
      change.run();
      assertThat(devices.lastChange(anna.id())).isAfter(before);
    }

    assertThat(devices.lastChange(bert.id())).isEqualTo(bertsBefore);
  }

  /** Whoever changed something sees it at once, whoever else reads and changes meanwhile. */
  @Test
  void aChangeIsSeenByAllWhoReadAfterIt() throws Exception {
    var gateways = List.of(gateway("1"), gateway("2"), gateway("3"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Callable<Optional<String>>>();
      for (int i = 0; i < 6; i++) {
        int number = i;
        writers.add(() -> changeAndRead(gateways.get(number % 3), "sensor" + number));
      }
      for (var outcome : threads.invokeAll(writers)) {
        assertThat(outcome.get()).isEmpty();
      }
    }
  }

  private Optional<String> changeAndRead(Gateway gateway, String serial) {
    var sensor = sensor(gateway, serial);
    for (int i = 1; i <= 25; i++) {
      var source = source(sensor, "s" + i);
      var interval = Duration.ofSeconds(60 + i);
      devices.setInterval(sensor.id(), interval);
      var read = devices.findSource(gateway.id(), serial, "s" + i);
      if (!read.map(DataSource::interval).equals(Optional.of(interval))
          || !devices.findSource(source.id()).equals(read)) {
        return Optional.of(serial + " " + i + ": " + read);
      }
    }
    return Optional.empty();
  }
}
