package io.sensorium.api.mobility;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Routes;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.timeline.Timelines;
import java.time.Clock;

/** The table of the mobility API. */
public final class MobilityRoutes {

  private MobilityRoutes() {}

  public static Routes of(
      Guard guard,
      Identities identities,
      Timelines timelines,
      Inbox inbox,
      Archive archive,
      ZoneLookup zones,
      Gazetteer gazetteer,
      Clock clock) {
    var writer = new EventWriter(gazetteer);
    var byStart = EventFinder.byStart(timelines);
    var byId = EventFinder.byId(timelines);
    return Routes.builder()
        .get("/v2/segment_definitions", Definitions.segments())
        .get("/v2/moment_definitions", Definitions.moments())
        .get("/v2/users/me", ShowProfile.own(guard, identities))
        .get("/v2/users/{user_id}", ShowProfile.byId(guard, identities))
        .get("/v2/users/{user_id}/events", new ListEvents(guard, timelines, writer, clock))
        .get("/v2/users/{user_id}/events/{start}", new ShowEvent(guard, byStart, writer))
        .get(
            "/v2/users/{user_id}/events/{start}/trajectory",
            new ShowTrajectory(guard, byStart, timelines, zones))
        .get("/v2/users/{user_id}/location", new ShowLocation(guard, inbox, archive, zones))
        .get("/v3/users/{user_id}/events/{event_id}", new ShowEvent(guard, byId, writer))
        .get(
            "/v3/users/{user_id}/events/{event_id}/trajectory",
            new ShowTrajectory(guard, byId, timelines, zones))
        .build();
  }
}
