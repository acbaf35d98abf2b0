package io.sensorium.atlas.places;

import io.sensorium.core.place.Visit;

/** How well a visit suits a kind of place, by how long and at what hours it was. */
final class PlaceLikelihood {
  /*
   * Stays of a kind are taken to be log-normal around the usual one. The hours are looked at eight times
   * over the visit, at most a day of it. Neither is ever quite impossible.
   */

  private static final double LOG_DEVIATION = 1;
  private static final double LEAST_OF_DURATION = 0.02;
  private static final double LEAST_OF_HOURS = 0.05;
  private static final int LOOKS = 8;

  private PlaceLikelihood() {}

  /** Between nearly 0 and 1. */
  static double of(PlaceKind kind, Visit visit) {
    return ofDuration(kind, visit) * ofHours(kind, visit);
  }

  private static double ofDuration(PlaceKind kind, Visit visit) {
    var duration = visit.duration();
    if (duration == null) {
      return 1; // it goes on: nobody knows how long it will be
    }
    double minutes = Math.max(1, duration.toSeconds() / 60.0);
    double off = StrictMath.log(minutes / kind.usualStay().toMinutes()) / LOG_DEVIATION;
    return Math.max(LEAST_OF_DURATION, StrictMath.exp(-off * off / 2));
  }

  private static double ofHours(PlaceKind kind, Visit visit) {
    var duration = visit.duration();
    long seconds = duration == null ? 0 : Math.min(86_400, duration.toSeconds());
    int usual = 0;
    for (int look = 0; look < LOOKS; look++) {
      var at = visit.localStart().plusSeconds(seconds * (2 * look + 1) / (2 * LOOKS));
      usual += kind.isUsualHour(at.getHour()) ? 1 : 0;
    }
    return LEAST_OF_HOURS + (1 - LEAST_OF_HOURS) * usual / LOOKS;
  }
}
