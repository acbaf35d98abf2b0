package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.habit.LocationCluster;
import io.sensorium.core.identity.User;
import io.sensorium.store.habit.Habits;

/** {@code GET /v2/users/:user_id/location_clusters}: home, work, then the last visited first. */
final class ListLocationClusters implements UserHandler {

  private final Habits habits;

  ListLocationClusters(Habits habits) {
    this.habits = habits;
  }

  @Override
  public Response handle(Request request, User user) {
    var clusters =
        habits.listClusters(user.id()).stream().sorted(LocationCluster.BY_IMPORTANCE).toList();
    return Response.json(json -> json.array(clusters, cluster -> write(json, cluster)));
  }

  private static void write(JsonWriter json, LocationCluster cluster) {
    json.beginObject();
    json.field("type", "LocationCluster");
    json.field("last_visit", Timestamps.seconds(cluster.lastVisit(), cluster.offset()));
    json.field("latitude", cluster.center().latitudeDeg(), 5);
    json.field("longitude", cluster.center().longitudeDeg(), 5);
    json.field("radius", cluster.radiusMeters());
    json.field("is_poi", cluster.isPoi());
    json.field("significance", cluster.significance().wireName());
    PlaceWriter.address(json, cluster.address());
    PlaceWriter.place(json, cluster.place());
    json.endObject();
  }
}
