package io.sensorium.store.measurement;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurements of all data sources.
 *
 * <p>A row is named by its source and date. The same row again is a duplicate and changes nothing;
 * another value for the same date is a correction: the row that was stored later counts, under its
 * new sequence number. Every read sees all rows whose append returned before the read began.
 * Periods include {@code from} and exclude {@code to}; blank rows count in no group and no extreme.
 *
 * <p>Every implementation passes {@code MeasurementsContract}. Safe for use by many threads. A
 * failing database shows as {@link io.sensorium.store.StoreException}.
 */
public interface Measurements {

  /** Stores a batch, and returns when it is on disk. */
  Appended append(GatewayBatch batch);

  /** The row with the latest date of each source that has any. */
  Map<SourceId, Measurement> findLatest(Collection<SourceId> sources);

  Optional<Extremes> findExtremes(SourceId source, long fromMicros, long toMicros);

  /**
   * The spans that hold values.
   *
   * @param bounds where the spans begin, ascending, and at last where the last one ends
   */
  List<Group> listGroups(SourceId source, long[] bounds);

  /** All rows of a period, by date. */
  Series read(SourceId source, long fromMicros, long toMicros);

  /**
   * Rows of a period in the order of date, then source, after a row that was read before.
   *
   * @param after the last row of the page before, or null
   */
  List<Measurement> listByDate(
      Collection<SourceId> sources,
      long fromMicros,
      long toMicros,
      Optional<Measurement> after,
      int limit);

  /**
   * Rows in the order of sequence number, then source. A row that shows has none before it that
   * shows later: whoever goes on after the last row of a page misses nothing.
   */
  List<Measurement> listBySeq(
      Collection<SourceId> sources,
      long fromSeq,
      long toSeq,
      Optional<Measurement> after,
      int limit);

  /** Removes the rows of a period, also from blocks, log and memory; tells how many there were. */
  long delete(SourceId source, long fromMicros, long toMicros);

  /** Removes everything of a source. */
  void deleteSource(SourceId source);

  /** Rows before this date are not kept, and not taken any more. */
  default long keptFromMicros() {
    return Long.MIN_VALUE;
  }

  /** The last sequence number that was drawn. */
  long lastSeq();

  /** Writes all that waits in memory into blocks. */
  void seal();

  MeasurementsStatus status();
}
