package io.sensorium.intake.measurements;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.store.StoreException;
import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.Extremes;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Group;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.measurement.MeasurementsStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Measurements that are only written: it keeps the batches and knows their keys. */
final class RecordedMeasurements implements Measurements {

  private final List<GatewayBatch> batches = new ArrayList<>();
  private final Map<String, Appended> byKey = new HashMap<>();
  private long lastSeq = 1_000;
  private boolean failing;

  List<GatewayBatch> batches() {
    return batches;
  }

  void fail() {
    failing = true;
  }

  @Override
  public Appended append(GatewayBatch batch) {
    if (failing) {
      throw new StoreException("the disk is gone");
    }
    var known = batch.batchKey() == null ? null : byKey.get(batch.batchKey());
    if (known != null) {
      return new Appended(known.firstSeq(), known.lastSeq(), true);
    }
    var appended = new Appended(lastSeq + 1, lastSeq + batch.rowCount(), false);
    lastSeq = appended.lastSeq();
    batches.add(batch);
    byKey.put(Objects.requireNonNullElse(batch.batchKey(), "row " + lastSeq), appended);
    return appended;
  }

  @Override
  public long lastSeq() {
    return lastSeq;
  }

  @Override
  public Map<SourceId, Measurement> findLatest(Collection<SourceId> sources) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Extremes> findExtremes(SourceId source, long fromMicros, long toMicros) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Group> listGroups(SourceId source, long[] bounds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Series read(SourceId source, long fromMicros, long toMicros) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Measurement> listByDate(
      Collection<SourceId> sources,
      long fromMicros,
      long toMicros,
      Optional<Measurement> after,
      int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Measurement> listBySeq(
      Collection<SourceId> sources,
      long fromSeq,
      long toSeq,
      Optional<Measurement> after,
      int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long delete(SourceId source, long fromMicros, long toMicros) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteSource(SourceId source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void seal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public MeasurementsStatus status() {
    throw new UnsupportedOperationException();
  }
}
