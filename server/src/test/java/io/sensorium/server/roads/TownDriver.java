package io.sensorium.server.roads;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.server.Maps;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.map.TownMap;
import io.sensorium.simulator.people.Person;
import io.sensorium.simulator.people.Population;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import io.sensorium.simulator.truth.TrueSpan;
import io.sensorium.simulator.upload.DeviceClient;
import io.sensorium.simulator.upload.Upload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody who drives on a simulated town's roads, with a fix per second on the way. */
final class TownDriver {

  private static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");
  private static final int LEAST_DRIVES = 2;
  private static final int FIXES_PER_UPLOAD = 2_000;

  private final Town town;
  private final PersonHistory history;
  private final List<TrueSpan.Leg> drives;

  private TownDriver(Town town, PersonHistory history) {
    this.town = town;
    this.history = history;
    this.drives =
        history.truth().legs().stream().filter(leg -> leg.mode() == TransportMode.CAR).toList();
  }

  /** The first of a town's people who drives twice on a day at least. */
  static TownDriver find(Duration length) {
    var town = Town.of(TownSetting.GHENT, 42);
    return Population.of(town, 20, 42).stream()
        .map(person -> new TownDriver(town, history(person, length)))
        .filter(driver -> driver.drives.size() >= LEAST_DRIVES)
        .findFirst()
        .orElseThrow();
  }

  private static PersonHistory history(Person person, Duration length) {
    var sampling =
        new Sampling.Adaptive(
            Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ZERO);
    return new PersonHistory(person, MONDAY, length, sampling, NoiseProfile.WHOLE);
  }

  Town town() {
    return town;
  }

  /** What was true of the drives, oldest first. */
  List<TrueSpan.Leg> drives() {
    return drives;
  }

  /** When the fixes of all days were taken. */
  NavigableSet<Long> fixTimesMicros() {
    return history
        .batches(FIXES_PER_UPLOAD)
        .flatMap(
            batch -> IntStream.range(0, batch.fixes().size()).mapToObj(batch.fixes()::timeMicros))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Query of a timeline that holds all days. */
  static String allDays() {
    return "?from=2026-03-01&to=2026-03-31";
  }

  void importMap(Path directory) {
    var file = TownMap.write(town, directory.resolve(TownMap.FILE_NAME));
    Maps.in(directory).importFile("town", file, (_, _) -> {});
  }

  void uploadTo(DeviceClient client) {
    var batches = history.batches(FIXES_PER_UPLOAD).toList();
    for (int i = 0; i < batches.size(); i++) {
      client.upload(new Upload("day-" + i, batches.get(i)));
    }
  }
}
