package io.sensorium.simulator.sensing;

import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A site from an instant on: what its gateways send, and what was true. Both are drawn anew on each
 * call and are always the same. Safe for use by many threads.
 */
public record SiteHistory(Site site, Instant start) {

  /** What is measured, in the order of time; without end while a sensor lives. */
  public Iterator<Reading> readings() {
    long startMicros = Micros.of(start);
    return new Readings(
        site.sensors().stream().map(sensor -> new SensorLife(site, sensor, startMicros)).toList());
  }

  /**
   * What is measured before {@code end}, in the order in which it is sent; some of it is sent later
   * than that.
   *
   * @param span between two requests of a gateway
   */
  public Stream<GatewayUpload> uploads(Instant end, Duration span) {
    var measured = readings(end).iterator();
    return ordered(new Uploads(new Arrivals(site, measured), span));
  }

  /** What is measured from {@code from} on, in the order in which it is sent; without end. */
  public Iterator<GatewayUpload> uploadsFrom(Instant from, Duration span) {
    long fromMicros = Micros.of(from);
    var measured = ordered(readings()).dropWhile(one -> one.timeMicros() < fromMicros).iterator();
    return new Uploads(new Arrivals(site, measured), span);
  }

  /** All that was true before {@code end}. */
  public SensingTruth truth(Instant end) {
    var incidents = new Fate(site).incidents(Micros.of(start), Micros.of(end));
    return new SensingTruth(readings(end).toList(), incidents);
  }

  private Stream<Reading> readings(Instant end) {
    long endMicros = Micros.of(end);
    return ordered(readings()).takeWhile(reading -> reading.timeMicros() < endMicros);
  }

  private static <T> Stream<T> ordered(Iterator<T> items) {
    var split =
        Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(split, false);
  }
}
