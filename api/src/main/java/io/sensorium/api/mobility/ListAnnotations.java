package io.sensorium.api.mobility;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.identity.User;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.driving.Drives;

/** {@code GET .../behavior_annotations} of v2 and v3: oldest first. */
final class ListAnnotations implements UserHandler {

  private final EventFinder finder;
  private final Drives drives;

  ListAnnotations(EventFinder finder, Drives drives) {
    this.finder = finder;
    this.drives = drives;
  }

  @Override
  public Response handle(Request request, User user) {
    var event = finder.find(request, user.id());
    if (!(event instanceof TimelineEvent.Transport)) {
      throw ApiError.annotationsNotAvailable();
    }
    var annotations = drives.find(user.id(), event.id()).orElse(Drive.UNKNOWN).annotations();
    return Response.json(
        json -> json.array(annotations, annotation -> AnnotationWriter.write(json, annotation)));
  }
}
