package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import java.time.ZoneId;
import java.util.List;

/**
 * A house with its van: the gateways and sensors of one owner. The first gateway is the house's,
 * the second, if there is one, the van's.
 *
 * @param residents how many people live there
 * @param seed draws everything that happens at the site
 */
public record Site(
    String name,
    ZoneId zone,
    int residents,
    List<GatewayPlan> gateways,
    List<SensorPlan> sensors,
    Troubles troubles,
    long seed) {

  private static final int LEAVES_HOUR = 7;
  private static final int RETURNS_HOUR = 18;

  public Site {
    gateways = List.copyOf(gateways);
    sensors = List.copyOf(sensors);
    if (gateways.isEmpty()) {
      throw new IllegalArgumentException(name + " has no gateway");
    }
  }

  /** The same site with a sensor in place of the one with its serial. */
  public Site with(SensorPlan changed) {
    var others =
        sensors.stream()
            .map(sensor -> sensor.serial().equals(changed.serial()) ? changed : sensor)
            .toList();
    return new Site(name, zone, residents, gateways, others, troubles, seed);
  }

  /** The sensor at a spot; the first, if there are several. */
  public SensorPlan sensorAt(Spot spot) {
    return sensors.stream().filter(sensor -> sensor.spot() == spot).findFirst().orElseThrow();
  }

  /** The gateway that hears a sensor at an instant: the van's hold moves to the van's by day. */
  public GatewayPlan gatewayOf(SensorPlan sensor, long timeMicros) {
    boolean hasVan = gateways.size() > 1;
    return hasVan && sensor.spot() == Spot.HOLD && isOnTour(timeMicros)
        ? gateways.get(1)
        : gateways.getFirst();
  }

  /** Whether the van is on its way. */
  boolean isOnTour(long timeMicros) {
    int hour = Micros.toInstant(timeMicros).atZone(zone).getHour();
    return hour >= LEAVES_HOUR && hour < RETURNS_HOUR;
  }
}
