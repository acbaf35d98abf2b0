package io.sensorium.api.mobility;

import io.sensorium.core.identity.Permission;
import org.jspecify.annotations.Nullable;

/** Every operation of the mobility API, and the permission that it takes. */
public enum Operation {
  LIST_SEGMENT_DEFINITIONS("GET", "/v2/segment_definitions", null),
  LIST_MOMENT_DEFINITIONS("GET", "/v2/moment_definitions", null),
  SHOW_OWN_PROFILE("GET", "/v2/users/me", Permission.SELF),
  SHOW_PROFILE("GET", "/v2/users/{user_id}", Permission.READ),
  LIST_EVENTS("GET", "/v2/users/{user_id}/events", Permission.READ),
  SHOW_EVENT_BY_START("GET", "/v2/users/{user_id}/events/{start}", Permission.READ),
  SHOW_TRAJECTORY_BY_START("GET", "/v2/users/{user_id}/events/{start}/trajectory", Permission.READ),
  SHOW_SCORES_BY_START(
      "GET", "/v2/users/{user_id}/events/{start}/behavior_scores", Permission.READ),
  LIST_ANNOTATIONS_BY_START(
      "GET", "/v2/users/{user_id}/events/{start}/behavior_annotations", Permission.READ),
  LIST_SEGMENTS("GET", "/v2/users/{user_id}/segments", Permission.READ),
  LIST_MOMENTS("GET", "/v2/users/{user_id}/moments", Permission.READ),
  LIST_ACTIVE_MOMENTS("GET", "/v2/users/{user_id}/active_moments", Permission.READ),
  LIST_LOCATION_CLUSTERS("GET", "/v2/users/{user_id}/location_clusters", Permission.READ),
  SHOW_LOCATION("GET", "/v2/users/{user_id}/location", Permission.READ),
  SHOW_CAR_BEHAVIOR("GET", "/v2/users/{user_id}/car_behavior", Permission.READ),
  LIST_ANOMALIES("GET", "/v2/users/{user_id}/anomalies", Permission.READ),
  LINK_INSTALL("POST", "/v2/users/{install_id}/link", Permission.LINK),
  SHOW_EVENT_BY_ID("GET", "/v3/users/{user_id}/events/{event_id}", Permission.READ),
  SHOW_TRAJECTORY_BY_ID("GET", "/v3/users/{user_id}/events/{event_id}/trajectory", Permission.READ),
  SHOW_SCORES_BY_ID(
      "GET", "/v3/users/{user_id}/events/{event_id}/behavior_scores", Permission.READ),
  LIST_ANNOTATIONS_BY_ID(
      "GET", "/v3/users/{user_id}/events/{event_id}/behavior_annotations", Permission.READ),
  SHOW_AGGREGATED_SCORES("GET", "/v3/users/{user_id}/aggregated_driving_scores", Permission.READ),
  CREATE_AUTHENTICATION_CODE("POST", "/users/auth-code", Permission.LINK),
  DELETE_USER("DELETE", "/users/{user_id}", Permission.DELETE);

  private final String method;
  private final String path;
  private final @Nullable Permission permission;

  Operation(String method, String path, @Nullable Permission permission) {
    this.method = method;
    this.path = path;
    this.permission = permission;
  }

  public String method() {
    return method;
  }

  /** With its parameters between braces. */
  public String path() {
    return path;
  }

  /** What a caller needs; null when nobody has to show a credential. */
  public @Nullable Permission permission() {
    return permission;
  }
}
