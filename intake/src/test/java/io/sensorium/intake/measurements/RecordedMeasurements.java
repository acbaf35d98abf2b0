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
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measurements that are only written: it keeps the batches and knows their keys. */
public final class RecordedMeasurements implements Measurements {

  private final List<GatewayBatch> batches = new ArrayList<>();
  private final Map<String, Appended> byKey = new HashMap<>();
  private long lastSeq = 1_000;
  private boolean failing;
  private CountDownLatch failed = new CountDownLatch(1);

  public synchronized List<GatewayBatch> batches() {
    return List.copyOf(batches);
  }

  /** Whether appends fail from now on. */
  public synchronized void fail(boolean fails) {
    failing = fails;
    failed = new CountDownLatch(1);
  }

  /** Returns when an append has failed since {@link #fail}. */
  public void awaitFailure() throws InterruptedException {
    CountDownLatch latch;
    synchronized (this) {
      latch = failed;
    }
    if (!latch.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing was appended");
    }
  }

  @Override
  public synchronized Appended append(GatewayBatch batch) {
    if (failing) {
      failed.countDown();
      throw new StoreException("the disk is full", true, new IOException());
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
  public synchronized long lastSeq() {
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
