package io.sensorium.analysis.flow;

import io.sensorium.analysis.cleaning.CleanFix;
import io.sensorium.analysis.cleaning.Cleaning;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import java.nio.ByteBuffer;

/**
 * A place where fixes gather: a stay, or what may become one. Mutable.
 *
 * <p>Its centre is the mean of the fixes, each with the weight of its accuracy, over the running
 * and the previous span of four hours.
 */
final class Spot {
  /*
   * SpotSums of integers, so that the centre does not depend on how the state was saved in between. Two
   * spans rather than the whole stay, so that a fix of long ago is forgotten to the last bit, and so
   * that the centre follows the phone from the front door to the bedside table.
   */

  static final int MAX_SAVED_BYTES = 4 * 8 + 4 * 4 + 8 * 8 + 1 + Approach.MAX_ROWS * 20;

  private static final long SPAN_MICROS = 4 * Micros.PER_HOUR;
  private static final double CM_PER_E7 = FlatEarth.METERS_PER_E7 * 100;
  private static final double MIN_RADIUS_METERS = 10;
  private static final double NINE_OF_TEN_PER_SIGMA = 2.146; // of a normal scatter on the plane
  private static final double STAY_RADIUS_METERS = 50;
  private static final double GREATEST_STAY_RADIUS_METERS = 150;
  private static final double SCATTER_PER_NINE_OF_TEN = 1.5;
  private static final double GREATEST_SCATTER_METERS = 200;
  private static final double ARRIVAL_RADIUS_METERS = 40;
  private static final double ARRIVAL_RADIUS_PER_ACCURACY = 0.4;
  private static final long LONGEST_WAY_INSIDE_MICROS = 5 * Micros.PER_MINUTE;
  private static final double NEAR_METERS = 25;
  private static final double NEAR_PER_ACCURACY = 0.5;

  private final FlatEarth earth = new FlatEarth();
  private final SpotSums running = new SpotSums();
  private final SpotSums previous = new SpotSums();
  private final Approach approach = new Approach();

  private long firstMicros = Long.MIN_VALUE;
  private long lastMicros;
  private long span;
  private int anchorLatitudeE7;
  private int anchorLongitudeE7;
  private int fixCount;

  /** The best accuracy as long as no fix was precise, then 0. */
  private int coarseMm;

  /** The last fix close to the centre. */
  private long nearMicros;

  private double longitudeCmPerE7;
  private double centerEastCm;
  private double centerNorthCm;

  /** Holds nearly all fixes of the spot, however badly the phone judges its own accuracy. */
  private double scatterRadiusMeters;

  boolean isPresent() {
    return firstMicros != Long.MIN_VALUE;
  }

  long firstMicros() {
    return firstMicros;
  }

  long lastMicros() {
    return lastMicros;
  }

  long durationMicros() {
    return lastMicros - firstMicros;
  }

  void clear() {
    firstMicros = Long.MIN_VALUE;
    lastMicros = 0;
    span = 0;
    anchorLatitudeE7 = 0;
    anchorLongitudeE7 = 0;
    fixCount = 0;
    coarseMm = 0;
    nearMicros = 0;
    approach.clear();
    running.clear();
    previous.clear();
    moveCenter();
  }

  void startAt(CleanFix fix) {
    clear();
    firstMicros = fix.timeMicros();
    span = Math.floorDiv(firstMicros, SPAN_MICROS);
    anchorLatitudeE7 = fix.latitudeE7();
    anchorLongitudeE7 = fix.longitudeE7();
    coarseMm = fix.isPrecise() ? 0 : fix.accuracyMm();
    weigh(fix);
    approach.add(fix);
  }

  void add(CleanFix fix) {
    if (fix.isPrecise() && coarseMm != 0) {
      coarseMm = 0;
      running.clear();
      previous.clear();
    }
    if (fix.isPrecise() || coarseMm != 0) {
      coarseMm = Math.min(coarseMm, fix.accuracyMm());
      weigh(fix);
    } else {
      count(fix);
    }
  }

  /** Adds a fix to a spot that is not a stay yet, and remembers the way there. */
  void addOnApproach(CleanFix fix) {
    add(fix);
    approach.add(fix);
  }

  private void weigh(CleanFix fix) {
    count(fix);
    long spanOfFix = Math.floorDiv(lastMicros, SPAN_MICROS);
    if (spanOfFix != span) {
      span = spanOfFix;
      previous.copyFrom(running);
      running.clear();
    }
    running.add(eastCm(fix.longitudeE7()), northCm(fix.latitudeE7()), weight(fix));
    moveCenter();
    if (isNear(fix.latitudeE7(), fix.longitudeE7(), fix.accuracyMm())) {
      nearMicros = lastMicros;
    }
  }

  private void count(CleanFix fix) {
    lastMicros = fix.timeMicros();
    fixCount = Math.min(fixCount + 1, Piece.Stay.MAX_FIX_COUNT);
  }

  boolean isNear(int latitudeE7, int longitudeE7, int accuracyMm) {
    double perAccuracy = accuracyMm <= Cleaning.PRECISE_MM ? NEAR_PER_ACCURACY : 2;
    double radiusCm = NEAR_METERS * 100 + perAccuracy * 0.1 * accuracyMm;
    double eastCm = eastCm(longitudeE7) - centerEastCm;
    double northCm = northCm(latitudeE7) - centerNorthCm;
    return eastCm * eastCm + northCm * northCm <= radiusCm * radiusCm;
  }

  /** The last fix close to the centre, if that is not long before the last fix inside. */
  long departureMicros() {
    return lastMicros - nearMicros <= LONGEST_WAY_INSIDE_MICROS ? nearMicros : lastMicros;
  }

  /** Lets the stay begin with the first fix close to the centre, as far as that is known now. */
  void arrive() {
    beginNoEarlierThan(approach.arrivalMicros(this, firstMicros));
  }

  /** Lets the spot begin at an instant before its first fix. */
  void beginAt(long micros) {
    firstMicros = micros;
    approach.clear();
  }

  /** Lets the stay begin at an instant, if that is later and the spot still lasts. */
  void arriveLater(long micros) {
    beginNoEarlierThan(Math.clamp(micros, firstMicros, lastMicros));
  }

  private void beginNoEarlierThan(long micros) {
    firstMicros = micros;
    nearMicros = Math.max(nearMicros, micros);
  }

  /** The arrival is decided. */
  void forgetApproach() {
    approach.clear();
  }

  /** Takes over all that another spot has gathered. */
  void absorb(Spot other) {
    long eastCm = eastCm(other.anchorLongitudeE7);
    long northCm = northCm(other.anchorLatitudeE7);
    running.addShifted(other.previous, eastCm, northCm);
    running.addShifted(other.running, eastCm, northCm);
    span = other.span;
    lastMicros = other.lastMicros;
    nearMicros = other.lastMicros;
    fixCount = Math.min(fixCount + other.fixCount, Piece.Stay.MAX_FIX_COUNT);
    moveCenter();
  }

  void copyFrom(Spot other) {
    firstMicros = other.firstMicros;
    lastMicros = other.lastMicros;
    span = other.span;
    anchorLatitudeE7 = other.anchorLatitudeE7;
    anchorLongitudeE7 = other.anchorLongitudeE7;
    fixCount = other.fixCount;
    coarseMm = other.coarseMm;
    nearMicros = other.nearMicros;
    approach.copyFrom(other.approach);
    running.copyFrom(other.running);
    previous.copyFrom(other.previous);
    moveCenter();
  }

  /** Whether a fix lies inside this stay. */
  boolean holds(CleanFix fix) {
    double radiusMeters =
        Math.min(STAY_RADIUS_METERS + fix.accuracyMeters(), GREATEST_STAY_RADIUS_METERS);
    radiusMeters = Math.max(radiusMeters, scatterRadiusMeters);
    return isWithin(Math.max(radiusMeters, coarseRadiusMeters(fix, 1)), fix);
  }

  /** Whether a coarse fix tells neither that somebody is inside this stay nor that they left. */
  boolean isVague(CleanFix fix) {
    return !fix.isPrecise() && isWithin(coarseRadiusMeters(fix, 2), fix);
  }

  /** Whether a fix goes on with what may become a stay: narrower, so that strolling is none. */
  boolean holdsOnApproach(CleanFix fix) {
    double radiusMeters =
        ARRIVAL_RADIUS_METERS + ARRIVAL_RADIUS_PER_ACCURACY * fix.accuracyMeters();
    return isWithin(Math.max(radiusMeters, coarseRadiusMeters(fix, 2)), fix);
  }

  private double coarseRadiusMeters(CleanFix fix, double accuracies) {
    int mm = fix.isPrecise() ? coarseMm : Math.max(coarseMm, fix.accuracyMm());
    return mm == 0 ? 0 : STAY_RADIUS_METERS + accuracies * 1e-3 * mm;
  }

  /** Whether all that is known of the place comes from coarse fixes. */
  boolean isCoarse() {
    return coarseMm != 0;
  }

  private boolean isWithin(double radiusMeters, CleanFix fix) {
    double eastCm = eastCm(fix.longitudeE7()) - centerEastCm;
    double northCm = northCm(fix.latitudeE7()) - centerNorthCm;
    return eastCm * eastCm + northCm * northCm <= radiusMeters * radiusMeters * 10_000;
  }

  double distanceMeters(CleanFix fix) {
    double eastCm = eastCm(fix.longitudeE7()) - centerEastCm;
    double northCm = northCm(fix.latitudeE7()) - centerNorthCm;
    return Math.sqrt(eastCm * eastCm + northCm * northCm) / 100;
  }

  double distanceMeters(Spot other) {
    double eastCm = eastCm(other.anchorLongitudeE7) + other.centerEastCm - centerEastCm;
    double northCm = northCm(other.anchorLatitudeE7) + other.centerNorthCm - centerNorthCm;
    return Math.sqrt(eastCm * eastCm + northCm * northCm) / 100;
  }

  int centerLatitudeE7() {
    return (int) StrictMath.round(anchorLatitudeE7 + centerNorthCm / CM_PER_E7);
  }

  int centerLongitudeE7() {
    long longitudeE7 = StrictMath.round(anchorLongitudeE7 + centerEastCm / longitudeCmPerE7);
    return (int) FlatEarth.eastE7(0, longitudeE7);
  }

  Piece.Stay stayUntil(long endMicros) {
    return new Piece.Stay(firstMicros, endMicros, center(), radiusMeters(), fixCount);
  }

  private LatLon center() {
    double latitudeDeg = Math.clamp(centerLatitudeE7() * 1e-7, -90, 90);
    return new LatLon(latitudeDeg, Math.clamp(centerLongitudeE7() * 1e-7, -180, 180));
  }

  private double radiusMeters() {
    double radiusMeters = Math.max(MIN_RADIUS_METERS, nineOfTenMeters());
    return StrictMath.round(radiusMeters * 10) / 10.0;
  }

  private double nineOfTenMeters() {
    if (running.isEmpty() && previous.isEmpty()) {
      return 0;
    }
    double meanSquare = running.meanSquareCm2(previous);
    double variance = meanSquare - centerEastCm * centerEastCm - centerNorthCm * centerNorthCm;
    return NINE_OF_TEN_PER_SIGMA * Math.sqrt(Math.max(0, variance) / 2) / 100;
  }

  /** How far from the centre nobody is taken to be who merely sits there. */
  double clearlyOutsideMeters() {
    return 2 * scatterRadiusMeters;
  }

  /** 1 for an accuracy of 100 m and worse, up to 100 for one of 10 m and better. */
  private static int weight(CleanFix fix) {
    double hundreds = 100 / fix.accuracyMeters();
    return Math.clamp((long) (hundreds * hundreds), 1, 100);
  }

  private long eastCm(int longitudeE7) {
    return (long) (FlatEarth.eastE7(anchorLongitudeE7, longitudeE7) * longitudeCmPerE7);
  }

  private long northCm(int latitudeE7) {
    return (long) (((double) latitudeE7 - anchorLatitudeE7) * CM_PER_E7);
  }

  private void moveCenter() {
    longitudeCmPerE7 = earth.longitudeMetersPerE7(anchorLatitudeE7) * 100;
    boolean known = !running.isEmpty() || !previous.isEmpty();
    centerEastCm = known ? running.eastCm(previous) : 0;
    centerNorthCm = known ? running.northCm(previous) : 0;
    scatterRadiusMeters =
        Math.min(SCATTER_PER_NINE_OF_TEN * nineOfTenMeters(), GREATEST_SCATTER_METERS);
  }

  void save(ByteBuffer out) {
    out.putLong(firstMicros).putLong(lastMicros).putLong(span);
    out.putInt(anchorLatitudeE7).putInt(anchorLongitudeE7).putInt(fixCount);
    out.putInt(coarseMm).putLong(nearMicros);
    approach.save(out);
    running.save(out);
    previous.save(out);
  }

  void restore(ByteBuffer in) {
    firstMicros = in.getLong();
    lastMicros = in.getLong();
    span = in.getLong();
    anchorLatitudeE7 = in.getInt();
    anchorLongitudeE7 = in.getInt();
    fixCount = in.getInt();
    coarseMm = in.getInt();
    nearMicros = in.getLong();
    approach.restore(in);
    running.restore(in);
    previous.restore(in);
    moveCenter();
  }
}
