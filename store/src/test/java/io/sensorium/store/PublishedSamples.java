package io.sensorium.store;

import io.sensorium.core.driving.BehaviorAnnotation;
import io.sensorium.core.driving.BehaviorAnnotation.Acceleration;
import io.sensorium.core.driving.BehaviorAnnotation.Boundary;
import io.sensorium.core.driving.BehaviorAnnotation.Change;
import io.sensorium.core.driving.BehaviorAnnotation.Maneuver;
import io.sensorium.core.driving.BehaviorAnnotation.Turn;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.driving.DrivingWindow;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.Score;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.driving.ZoneScores;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.AnomalyKind;
import io.sensorium.core.habit.AnomalyPeriod;
import io.sensorium.core.habit.DayPart;
import io.sensorium.core.habit.LocationCluster;
import io.sensorium.core.habit.Moment;
import io.sensorium.core.habit.Segment;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Place;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.store.driving.PeriodSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that stand behind the samples of the published mobility API. */
public final class PublishedSamples {

  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(1);
  public static final String BELGIUM = "België / Belgique / Belgien";

  private static final Score[] OF_A_ZONE = {
    Score.LEGAL,
    Score.HARD_ACCEL,
    Score.HARD_BRAKE,
    Score.HARD_EVENTS,
    Score.HARD_TURN,
    Score.LEGAL_V2,
    Score.SMOOTH_V2,
    Score.ANTICIPATIVE_V2
  };

  private static final Score[] OF_A_PERIOD = {
    Score.SMOOTH,
    Score.LEGAL,
    Score.ANTICIPATIVE,
    Score.FOCUS,
    Score.MOUNTED,
    Score.HARD_ACCEL,
    Score.HARD_BRAKE,
    Score.HARD_EVENTS,
    Score.LEGAL_V2,
    Score.HARD_TURN,
    Score.SMOOTH_V2,
    Score.ANTICIPATIVE_V2,
    Score.HANDHELD_CALLING,
    Score.HANDSFREE_CALLING,
    Score.HANDLING_WITHOUT_CALLING
  };

  private PublishedSamples() {}

  public static Drive drive() {
    var scores = new EnumMap<Score, Double>(Score.class);
    scores.put(Score.SMOOTH, 0.79);
    scores.put(Score.LEGAL, 0.72);
    scores.put(Score.ANTICIPATIVE, 0.86);
    scores.put(Score.HARD_ACCEL, 0.9);
    scores.put(Score.HARD_BRAKE, 0.65);
    scores.put(Score.HARD_EVENTS, 0.85);
    scores.put(Score.HARD_TURN, 0.95);
    scores.put(Score.LEGAL_V2, 0.79);
    scores.put(Score.SMOOTH_V2, 0.78);
    scores.put(Score.ANTICIPATIVE_V2, 0.85);
    return new Drive(
        new BehaviorFeatures(396_000L, 46_426L), new DrivingScores(scores), annotations());
  }

  private static List<BehaviorAnnotation> annotations() {
    return List.of(
        new Boundary(span("2019-03-22T08:37:48.303+01:00", "2019-03-22T08:40:35.303+01:00")),
        new Acceleration(
            span("2019-03-22T08:38:10.781456+01:00", "2019-03-22T08:38:16.102097+01:00"),
            Change.ACCELERATE,
            0.189,
            List.of(
                new LatLon(50.78664, 4.49807),
                new LatLon(50.78679, 4.49808),
                new LatLon(50.78685, 4.4981))),
        new Turn(
            span("2019-03-22T08:38:16.866289+01:00", "2019-03-22T08:38:21.479824+01:00"),
            Maneuver.LEFT_TURN,
            0.467,
            List.of(
                new LatLon(50.78688, 4.49811),
                new LatLon(50.78692, 4.49812),
                new LatLon(50.78693, 4.49808),
                new LatLon(50.78697, 4.49799),
                new LatLon(50.78703, 4.49785))));
  }

  public static CarBehavior carBehavior() {
    var lastSevenDays =
        new ZoneScores(
            whole(0.75, 0.68, 0.8, 0.05, 0.85, 0.84, 0.74, 0.89, 0.67, 0.74, 0.77),
            zone(0.44, 0.93, 0.9, 0.79, 0.95, 0.31, 0.84, 0.92),
            zone(0.97, 0.93, 0.99, 0.68, 0.97, 0.98, 0.59, 0.71),
            zone(0.99, 0.91, 0.89, 0.65, 0.93, 0.98, 0.58, 0.74));
    var past =
        new ZoneScores(
            whole(0.8, 0.65, 0.79, 0.33, 0.87, 0.88, 0.78, 0.91, 0.57, 0.79, 0.78),
            zone(0.38, 0.95, 0.9, 0.83, 0.96, 0.28, 0.85, 0.91),
            zone(0.93, 0.94, 0.97, 0.62, 0.97, 0.98, 0.61, 0.7),
            zone(0.96, 0.92, 0.95, 0.69, 0.93, 0.97, 0.67, 0.73));
    return new CarBehavior(
        new DrivingWindow(lastSevenDays, 181_200L, 557_301L),
        new DrivingWindow(past, 137_400L, 5_079_771L));
  }

  private static DrivingScores whole(
      double smooth, double legal, double anticipative, double mounted, double... others) {
    var scores = new EnumMap<Score, Double>(Score.class);
    scores.put(Score.SMOOTH, smooth);
    scores.put(Score.LEGAL, legal);
    scores.put(Score.ANTICIPATIVE, anticipative);
    scores.put(Score.MOUNTED, mounted);
    for (int i = 0; i < others.length; i++) {
      scores.put(OF_A_ZONE[i + 1], others[i]);
    }
    return new DrivingScores(scores);
  }

  private static DrivingScores zone(double... ratios) {
    return scores(OF_A_ZONE, ratios);
  }

  private static DrivingScores scores(Score[] names, double... ratios) {
    var scores = new EnumMap<Score, Double>(Score.class);
    for (int i = 0; i < names.length; i++) {
      scores.put(names[i], ratios[i]);
    }
    return new DrivingScores(scores);
  }

  /** Thursday 2019-03-21 with its week and month, and all. */
  public static List<PeriodSummary> periods() {
    var day =
        scores(OF_A_PERIOD, 0.64, 1, 0.69, 1, 0.17, 0.95, 0.9, 0.69, 1, 1, 0.68, 0.68, 1, 1, 0.95);
    var month =
        scores(
            OF_A_PERIOD,
            0.66,
            0.72,
            0.6,
            1,
            0.96,
            0.93,
            0.9,
            0.68,
            0.8,
            0.95,
            0.61,
            0.61,
            1,
            1,
            0.95);
    var all =
        scores(
            OF_A_PERIOD,
            0.67,
            0.6,
            0.59,
            0.99,
            0.85,
            0.9,
            0.92,
            0.7,
            0.52,
            0.93,
            0.63,
            0.84,
            1,
            0.97,
            0);
    return List.of(
        period(ScorePeriod.DAY, "2019-03-21", new PeriodScores(day, null, 10L)),
        period(ScorePeriod.WEEK, "2019-03-18", new PeriodScores(day, null, 10L)),
        period(ScorePeriod.MONTH, "2019-03-01", new PeriodScores(month, null, 705L)),
        period(ScorePeriod.ALL, "2019-03-21", new PeriodScores(all, 0L, 2_101L)));
  }

  private static PeriodSummary period(ScorePeriod period, String firstDay, PeriodScores scores) {
    return new PeriodSummary(period, LocalDate.parse(firstDay), scores);
  }

  public static List<Segment> segments() {
    return List.of(
        new Segment(
            "lifestyle.brand_loyalty.supermarket", "Because you usually shop at colruyt overijse"),
        new Segment(
            "mobility.long_commuter",
            "Because your commute distance from Overijse to Antwerpen is about 52.0 km"));
  }

  /** Oldest first. */
  public static List<Moment> moments() {
    var preliminary = AnalysisType.PRELIMINARY;
    return List.of(
        new Moment.Country(span("2019-03-18T20:08:00+01:00", null), preliminary, BELGIUM),
        new Moment.City(span("2019-03-22T09:39:00+01:00", null), preliminary, "Antwerpen"),
        new Moment.Generic(span("2019-03-22T09:39:00+01:00", null), preliminary, "working_at_work"),
        new Moment.Generic(
            span("2019-03-22T12:31:00+01:00", "2019-03-22T14:26:00+01:00"), preliminary, "lunch"),
        new Moment.Generic(span("2019-03-22T14:26:00+01:00", null), preliminary, "afternoon"));
  }

  /** Work before home: a reader has to put them in order. */
  public static List<LocationCluster> clusters() {
    return List.of(
        new LocationCluster(
            Instant.parse("2019-03-21T11:59:00Z"),
            OFFSET,
            new LatLon(51.19655, 4.40808),
            98,
            true,
            Significance.WORK,
            Address.ofCity(BELGIUM, "Antwerpen", null),
            new Place("Sentiance HQ", List.of("office", "company"))),
        new LocationCluster(
            Instant.parse("2019-03-21T07:51:00Z"),
            OFFSET,
            new LatLon(50.78561, 4.49692),
            39,
            true,
            Significance.HOME,
            Address.ofCity(BELGIUM, "Overijse", null),
            new Place(null, List.of("building", "residential"))));
  }

  public static List<Anomaly> anomalies() {
    var inParts = AnomalyKind.STATIONARY_LOCATION_SIGNIFICANCE_DAY_PART_DURATION;
    var whole = AnomalyKind.STATIONARY_LOCATION_SIGNIFICANCE_DURATION;
    return List.of(
        absence(inParts, 597.098, 7_675, DayPart.EVENING),
        absence(inParts, null, 14_340, DayPart.NOON),
        absence(whole, 1_224.012, 34_446, null));
  }

  private static Anomaly absence(
      AnomalyKind kind, @Nullable Double sigma, long expectedSeconds, @Nullable DayPart part) {
    return new Anomaly(
        Instant.parse("2019-03-21T00:00:00Z"),
        Instant.parse("2019-03-21T23:59:59.999999Z"),
        kind,
        sigma,
        1,
        null,
        expectedSeconds,
        AnomalyPeriod.DAY,
        part,
        Anomaly.Subject.of(Significance.WORK));
  }

  /** A span of local times, in the offset that they show. */
  public static Span span(String start, @Nullable String end) {
    var from = OffsetDateTime.parse(start);
    var to = end == null ? from : OffsetDateTime.parse(end);
    return new Span(
        from.toInstant(), from.getOffset(), end == null ? null : to.toInstant(), to.getOffset());
  }
}
