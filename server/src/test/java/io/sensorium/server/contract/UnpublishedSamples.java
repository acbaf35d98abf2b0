package io.sensorium.server.contract;

import io.sensorium.core.driving.BehaviorAnnotation;
import io.sensorium.core.driving.BehaviorAnnotation.Crash;
import io.sensorium.core.driving.BehaviorAnnotation.Origin;
import io.sensorium.core.driving.BehaviorAnnotation.PhoneUse;
import io.sensorium.core.driving.BehaviorAnnotation.Usage;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.AnomalyKind;
import io.sensorium.core.habit.AnomalyPeriod;
import io.sensorium.core.id.EventId;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.PublishedSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Values of the kinds that the published samples do not show. */
@NullMarked
final class UnpublishedSamples {

  private static final LatLon SPOT = new LatLon(51.0543, 3.7174);

  private UnpublishedSamples() {}

  /** A use of the phone of each kind, and a crash. */
  static Drive drive(EventId event) {
    var when = PublishedSamples.span("2019-03-24T18:01:00+01:00", "2019-03-24T18:01:01.0015+01:00");
    var annotations = new ArrayList<BehaviorAnnotation>();
    for (var usage : Usage.values()) {
      annotations.add(new PhoneUse(when, usage, List.of(SPOT)));
    }
    annotations.add(new Crash(when, event, SPOT, 4.25, 87, 48.04, 30, Origin.NA));
    return new Drive(BehaviorFeatures.NOT_OBSERVED, DrivingScores.NONE, annotations);
  }

  /** An anomaly of each quantity, of sums and of single events. */
  static List<Anomaly> anomalies() {
    return List.of(
        anomaly(AnomalyKind.TRANSPORT_MODE_DISTANCE, null),
        anomaly(AnomalyKind.TRANSPORT_MODE_DISTANCE, AnomalyPeriod.WEEK),
        anomaly(AnomalyKind.TRANSPORT_DURATION, null),
        anomaly(AnomalyKind.STATIONARY_PLACE_CATEGORY_DAY_COUNT, AnomalyPeriod.MONTH),
        anomaly(AnomalyKind.DOGWALK_OCCURRENCE_COUNT, AnomalyPeriod.DAY));
  }

  private static Anomaly anomaly(AnomalyKind kind, @Nullable AnomalyPeriod period) {
    return new Anomaly(
        Instant.parse("2019-03-24T00:00:00Z"),
        Instant.parse("2019-03-24T23:59:59.999999Z"),
        kind,
        2.5,
        0.75,
        7L,
        70,
        period,
        null,
        new Anomaly.Subject("shop", null, TransportMode.TRAM, null, null));
  }
}
