package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.User;
import io.sensorium.core.signals.Sighting;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.inbox.Inbox;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code GET /v2/users/:user_id/location}: the newest accepted fix, also one that is not folded
 * yet.
 */
final class ShowLocation implements UserHandler {

  private final Inbox inbox;
  private final Archive archive;
  private final ZoneLookup zones;

  ShowLocation(Inbox inbox, Archive archive, ZoneLookup zones) {
    this.inbox = inbox;
    this.archive = archive;
    this.zones = zones;
  }

  @Override
  public Response handle(Request request, User user) {
    var last = newest(user.id()).orElseThrow(ApiError::locationNotFound);
    return Response.json(
        json -> {
          json.beginObject();
          json.field("type", "Waypoint");
          json.field("latitude", last.position().latitudeDeg(), 5);
          json.field("longitude", last.position().longitudeDeg(), 5);
          json.field(
              "timestamp", last.time(), LocalOffsets.at(zones, last.position(), last.time()));
          json.endObject();
        });
  }

  /* The inbox is read first: an entry that is folded meanwhile is then found in the archive. */
  private Optional<Sighting> newest(UserId user) {
    var waiting =
        inbox.listEntries(user, Integer.MAX_VALUE).stream()
            .flatMap(entry -> entry.signals().fixes().lastSighting().stream());
    return Stream.concat(waiting, archive.findLastSighting(user).stream())
        .max(Comparator.comparing(Sighting::time));
  }
}
