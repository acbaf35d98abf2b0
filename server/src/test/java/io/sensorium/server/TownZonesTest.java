package io.sensorium.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.matching.RoadMatcher;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.core.driving.RoadZone;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.simulator.map.TownMap;
import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zones of a town's streets, told by its map, beside where they were laid. */
class TownZonesTest {

  private static final Town TOWN = Town.of(TownSetting.GHENT, 42);

  @TempDir private static Path directory;
  private static RoadMatcher roads = RoadMatcher.NONE;

  @BeforeAll
  static void importMap() {
    var file = TownMap.write(TOWN, directory.resolve(TownMap.FILE_NAME));
    Maps.in(directory).importFile("town", file, (_, _) -> {});
    roads = Maps.roads(new Atlas(Maps.in(directory)), Zones.open(directory)).current();
  }

  private static boolean isIn(Street street, RoadZone zone) {
    var stretches = roads.zones(pathOf(street));
    return !stretches.isEmpty() && stretches.getFirst().zone() == zone;
  }

  private static io.sensorium.core.timeline.Path pathOf(Street street) {
    return new io.sensorium.core.timeline.Path(
        List.of(point(0, street, street.from()), point(1, street, street.to())));
  }

  private static PathPoint point(int second, Street street, int crossing) {
    var at = TOWN.plane().toLatLon(TOWN.streets().crossing(crossing));
    var position = io.sensorium.core.timeline.Path.rounded(at.latitudeDeg(), at.longitudeDeg());
    return new PathPoint(second * 1_000_000L, position, 30, street.road().mapName(), null);
  }

  private static double share(Predicate<Street> some, RoadZone zone) {
    var streets = TOWN.streets().streets().stream().filter(some).toList();
    assertThat(streets).hasSizeGreaterThan(5);
    return (double) streets.stream().filter(street -> isIn(street, zone)).count() / streets.size();
  }

  @Test
  void motorwayAndRampsAreMotorway() {
    assertThat(share(street -> street.road() == RoadClass.MOTORWAY, RoadZone.MOTORWAY))
        .isEqualTo(1);
  }

  @Test
  void streetsOfTheDistrictsAreInTheCity() {
    assertThat(share(street -> street.road() == RoadClass.RESIDENTIAL, RoadZone.CITY))
        .isGreaterThan(0.99);
    assertThat(share(street -> street.road() == RoadClass.TERTIARY, RoadZone.CITY))
        .isGreaterThan(0.95);
  }

  @Test
  void theRoadBetweenTheDistrictsIsNot() {
    assertThat(share(street -> street.name().equals("Old Meadows Road"), RoadZone.NON_CITY))
        .isGreaterThan(0.85);
    assertThat(
            share(
                street ->
                    street.road() == RoadClass.UNCLASSIFIED || street.road() == RoadClass.TRUNK,
                RoadZone.NON_CITY))
        .isGreaterThan(0.5);
  }
}
