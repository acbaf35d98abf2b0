package io.sensorium.intake.measurements;

import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.measurement.SourceRowsBuilder;
import io.sensorium.intake.accept.Admission;
import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import org.jspecify.annotations.Nullable;

/**
 * The one way in for what gateways measure, whether it comes by HTTP, MQTT or from a file.
 *
 * <p>What a receipt calls accepted is on disk. Safe for use by many threads.
 */
public final class AcceptMeasurements {

  private final Devices devices;
  private final Measurements measurements;
  private final ProvisioningLimits provisioning;
  private final Admission admission;
  private final MeasurementListener listener;

  public AcceptMeasurements(
      Devices devices,
      Measurements measurements,
      ProvisioningLimits provisioning,
      Admission admission,
      MeasurementListener listener) {
    this.devices = devices;
    this.measurements = measurements;
    this.provisioning = provisioning;
    this.admission = admission;
    this.listener = listener;
  }

  /**
   * Returns when there is room; ways in ask before they read a body.
   *
   * @throws io.sensorium.intake.OverloadedException when there is none
   */
  public void requireRoom() {
    admission.requireRoom();
  }

  /**
   * Stores the good rows of a batch. A batch without good rows is answered and not stored.
   *
   * @throws io.sensorium.intake.OverloadedException when there is no room
   * @throws io.sensorium.store.StoreException when it could not be stored
   */
  public MeasurementReceipt accept(MeasurementSubmission submission) {
    admission.requireRoom();
    var rows = submission.rows();
    var good = goodRows(submission);
    if (good.size() == 0) {
      return receipt(rows, 0, false, 0);
    }
    var batch =
        new GatewayBatch(
            submission.gateway(), submission.batchKey(), submission.receivedAt(), good.build());
    Appended appended = measurements.append(batch);
    listener.accepted(batch, appended);
    return receipt(rows, good.size(), appended.duplicate(), appended.lastSeq());
  }

  /** Those that have sense and a source; the others are noted as rejected. */
  private SourceRowsBuilder goodRows(MeasurementSubmission submission) {
    var rows = submission.rows();
    var receivedAt = submission.receivedAt();
    var check = RowCheck.receivedAt(receivedAt, measurements.keptFromMicros());
    var resolver = new SourceResolver(devices, provisioning, submission.gateway(), receivedAt);
    for (int row = 0; row < rows.size(); row++) {
      if (!resolver.isKnown(rows.source(row)) && problemOf(rows, row, check) == null) {
        resolver.lookUp(rows.source(row));
      }
    }
    resolver.makeMissing();
    var good = SourceRows.builder(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      var problem = problemOf(rows, row, check);
      long source = problem == null ? resolver.idOf(rows.source(row)) : SourceResolver.REFUSED;
      if (source != SourceResolver.REFUSED) {
        good.add(source, rows.timeMicros(row), rows.value(row), rows.typeCode(row));
      } else {
        rows.reject(rows.index(row), problem == null ? resolver.refusal() : problem);
      }
    }
    return good;
  }

  private static @Nullable String problemOf(MeasurementRows rows, int row, RowCheck check) {
    return check.problemOf(rows.timeMicros(row), rows.value(row), rows.typeCode(row));
  }

  private static MeasurementReceipt receipt(
      MeasurementRows rows, int accepted, boolean duplicate, long seq) {
    return new MeasurementReceipt(accepted, rows.rejected(), rows.rejectedCount(), duplicate, seq);
  }
}
