package io.sensorium.server.roads;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.Polyline;

/** What the published contract says of every trajectory, whether its roads are known or not. */
final class TrajectoryContract {

  private static final String TIMESTAMP =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d";

  private TrajectoryContract() {}

  /** The polyline holds the waypoints one to one, and its length is the event's. */
  static void check(ShownDrive drive) {
    var waypoints = drive.waypoints();
    var decoded = Polyline.decode(drive.trajectory().path("encoded").asString());
    assertThat(decoded).hasSize(waypoints.size());
    double lengthMeters = 0;
    long lastMicros = Long.MIN_VALUE;
    for (int i = 0; i < waypoints.size(); i++) {
      var waypoint = waypoints.get(i);
      assertThat(ShownDrive.position(waypoint)).isEqualTo(decoded.get(i));
      double meters =
          i + 1 < decoded.size() ? decoded.get(i).distanceMetersTo(decoded.get(i + 1)) : 0;
      assertThat(waypoint.path("distance").asDouble()).isEqualTo(Math.round(meters * 10) / 10.0);
      lengthMeters += meters;
      assertThat(waypoint.path("timestamp").asString()).matches(TIMESTAMP);
      assertThat(ShownDrive.micros(waypoint.path("timestamp"))).isGreaterThan(lastMicros);
      lastMicros = ShownDrive.micros(waypoint.path("timestamp"));
      assertThat(waypoint.path("speed").asDouble()).isBetween(0.0, 160.0);
    }
    var event = drive.event();
    assertThat(event.path("distance").asLong()).isEqualTo(Math.round(lengthMeters));
    assertThat(waypoints.get(0).path("timestamp")).isEqualTo(event.path("start"));
    assertThat(lastMicros).isEqualTo(ShownDrive.micros(event.path("end")));
  }
}
