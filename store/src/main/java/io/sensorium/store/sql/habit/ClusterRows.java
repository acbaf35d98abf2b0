package io.sensorium.store.sql.habit;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.habit.LocationCluster;
import io.sensorium.core.id.UserId;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Place;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.Significance;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Location clusters as rows; categories stand in one column, between commas. */
final class ClusterRows {

  static final String SELECT =
      """
      SELECT last_visit_at, offset_seconds, latitude_deg, longitude_deg, radius_meters, is_poi,
        significance, country, region, district, city, city_type, street, place_name,
        place_categories
      FROM location_clusters WHERE user_id = ? ORDER BY number
      """;

  private static final String INSERT =
      """
      INSERT INTO location_clusters
        (user_id, number, last_visit_at, offset_seconds, latitude_deg, longitude_deg,
         radius_meters, is_poi, significance, country, region, district, city, city_type, street,
         place_name, place_categories)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final Significance[] SIGNIFICANCES = Significance.values();

  private ClusterRows() {}

  static LocationCluster read(ResultSet row) throws SQLException {
    return new LocationCluster(
        Micros.toInstant(row.getLong(1)),
        ZoneOffset.ofTotalSeconds(row.getInt(2)),
        new LatLon(row.getDouble(3), row.getDouble(4)),
        row.getInt(5),
        row.getInt(6) == 1,
        SIGNIFICANCES[row.getInt(7)],
        new Address(
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getString(13)),
        new Place(row.getString(14), categories(row.getString(15))));
  }

  static void insert(Session session, UserId user, int number, LocationCluster cluster)
      throws SQLException {
    var address = cluster.address();
    session.update(
        INSERT,
        user.value(),
        number,
        Micros.of(cluster.lastVisit()),
        cluster.offset().getTotalSeconds(),
        cluster.center().latitudeDeg(),
        cluster.center().longitudeDeg(),
        cluster.radiusMeters(),
        cluster.isPoi() ? 1 : 0,
        cluster.significance().ordinal(),
        address.country(),
        address.region(),
        address.district(),
        address.city(),
        address.cityType(),
        address.street(),
        cluster.place().name(),
        String.join(",", cluster.place().categories()));
  }

  private static List<String> categories(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }
}
