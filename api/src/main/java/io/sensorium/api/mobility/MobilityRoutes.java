package io.sensorium.api.mobility;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Routes;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.time.ZoneLookup;
import java.time.Clock;

/** The table of the mobility API: a handler for each {@link Operation}. */
public final class MobilityRoutes {

  private MobilityRoutes() {}

  public static Routes of(
      Guard guard, MobilityStores stores, ZoneLookup zones, Gazetteer gazetteer, Clock clock) {
    var routes = new OperationRoutes(guard);
    addPeople(routes, stores);
    addEvents(routes, stores, zones, new EventWriter(gazetteer), clock);
    addDriving(routes, stores, clock);
    addHabits(routes, stores, clock);
    return routes.build();
  }

  private static void addPeople(OperationRoutes routes, MobilityStores stores) {
    var profile = new ShowProfile(stores.identities());
    routes.self(Operation.SHOW_OWN_PROFILE, profile).user(Operation.SHOW_PROFILE, profile);
  }

  private static void addEvents(
      OperationRoutes routes,
      MobilityStores stores,
      ZoneLookup zones,
      EventWriter writer,
      Clock clock) {
    var timelines = stores.timelines();
    var drives = stores.drives();
    var byStart = EventFinder.byStart(timelines);
    var byId = EventFinder.byId(timelines);
    routes
        .user(Operation.LIST_EVENTS, new ListEvents(timelines, drives, writer, clock))
        .user(Operation.SHOW_EVENT_BY_START, new ShowEvent(byStart, drives, writer))
        .user(Operation.SHOW_EVENT_BY_ID, new ShowEvent(byId, drives, writer))
        .user(Operation.SHOW_TRAJECTORY_BY_START, new ShowTrajectory(byStart, timelines, zones))
        .user(Operation.SHOW_TRAJECTORY_BY_ID, new ShowTrajectory(byId, timelines, zones))
        .user(Operation.SHOW_SCORES_BY_START, new ShowScores(byStart, drives))
        .user(Operation.SHOW_SCORES_BY_ID, new ShowScores(byId, drives))
        .user(Operation.LIST_ANNOTATIONS_BY_START, new ListAnnotations(byStart, drives))
        .user(Operation.LIST_ANNOTATIONS_BY_ID, new ListAnnotations(byId, drives))
        .user(Operation.SHOW_LOCATION, new ShowLocation(stores.inbox(), stores.archive(), zones));
  }

  private static void addDriving(OperationRoutes routes, MobilityStores stores, Clock clock) {
    var summaries = stores.drivingSummaries();
    routes
        .user(Operation.SHOW_CAR_BEHAVIOR, new ShowCarBehavior(summaries))
        .user(Operation.SHOW_AGGREGATED_SCORES, new ShowAggregatedScores(summaries, clock));
  }

  private static void addHabits(OperationRoutes routes, MobilityStores stores, Clock clock) {
    var habits = stores.habits();
    routes
        .open(Operation.LIST_SEGMENT_DEFINITIONS, Definitions.segments())
        .open(Operation.LIST_MOMENT_DEFINITIONS, Definitions.moments())
        .user(Operation.LIST_SEGMENTS, new ListSegments(habits))
        .user(Operation.LIST_MOMENTS, new ListMoments(habits, clock))
        .user(Operation.LIST_ACTIVE_MOMENTS, new ListActiveMoments(habits))
        .user(Operation.LIST_LOCATION_CLUSTERS, new ListLocationClusters(habits))
        .user(Operation.LIST_ANOMALIES, new ListAnomalies(habits));
  }
}
