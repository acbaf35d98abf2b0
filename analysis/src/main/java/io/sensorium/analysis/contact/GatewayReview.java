package io.sensorium.analysis.contact;

import io.sensorium.core.id.SensorId;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells who has fallen silent at a gateway, and whether it is the gateway itself.
 *
 * <p>A sensor that is over its allowance is silent by itself when the gateway was heard after the
 * sensor should have reported. When all sensors are over theirs, or nothing at all has come for
 * twice the shortest allowance, it is the gateway. In between, it is not told yet.
 *
 * @param gateway whether the gateway has fallen silent now
 * @param withGateway sensors that are silent because the gateway is
 * @param own sensors that have fallen silent by themselves
 */
public record GatewayReview(boolean gateway, List<SensorId> withGateway, List<SensorId> own) {

  private static final int PATIENCE = 2;

  public GatewayReview {
    withGateway = List.copyOf(withGateway);
    own = List.copyOf(own);
  }

  /** Reviews a gateway at a tick. */
  public static GatewayReview at(GatewayContact contact, long tickMicros) {
    var over = new ArrayList<SensorContact>();
    for (var sensor : contact.sensors()) {
      if (sensor.silence() == SilenceKind.NONE && sensor.isOverAllowance(tickMicros)) {
        over.add(sensor);
      }
    }
    if (contact.silent()) {
      return new GatewayReview(false, ids(over), List.of());
    }
    if (!over.isEmpty() && isGatewaySilent(contact, tickMicros)) {
      return new GatewayReview(true, ids(over), List.of());
    }
    var own = new ArrayList<SensorContact>(stillMissing(contact, tickMicros));
    long heard = heardMicros(contact);
    over.stream().filter(sensor -> heard > sensor.expectedMicros()).forEach(own::add);
    return new GatewayReview(false, List.of(), ids(own));
  }

  private static boolean isGatewaySilent(GatewayContact contact, long tickMicros) {
    boolean all =
        contact.sensors().stream()
            .allMatch(s -> s.silence() != SilenceKind.NONE || s.isOverAllowance(tickMicros));
    long shortest =
        contact.sensors().stream()
            .filter(sensor -> sensor.silence() == SilenceKind.NONE)
            .mapToLong(SensorContact::allowanceMicros)
            .min()
            .orElse(Long.MAX_VALUE / PATIENCE);
    return all || tickMicros - heardMicros(contact) > PATIENCE * shortest;
  }

  /** Sensors that did not come back with their gateway. */
  private static List<SensorContact> stillMissing(GatewayContact contact, long tickMicros) {
    return contact.sensors().stream()
        .filter(sensor -> sensor.silence() == SilenceKind.WITH_GATEWAY)
        .filter(sensor -> tickMicros - contact.returnedMicros() > sensor.allowanceMicros())
        .toList();
  }

  private static long heardMicros(GatewayContact contact) {
    return contact.sensors().stream()
        .mapToLong(SensorContact::heardMicros)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static List<SensorId> ids(List<SensorContact> sensors) {
    return sensors.stream().map(SensorContact::sensor).toList();
  }
}
