package io.sensorium.intake.mqtt;

import io.sensorium.core.sensing.Gateway;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.MeasurementSubmission;
import io.sensorium.store.sensing.Devices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The gateways that messages are taken in for, by their serials. */
final class MqttGateways {

  private final Devices devices;
  private final AcceptMeasurements accept;

  MqttGateways(Devices devices, AcceptMeasurements accept) {
    this.devices = devices;
    this.accept = accept;
  }

  /**
   * The gateway of that serial.
   *
   * @throws MalformedInputException when there is none
   */
  Gateway get(String serial) {
    return devices
        .findGatewayBySerial(serial)
        .orElseThrow(() -> new MalformedInputException("there is no gateway " + serial));
  }

  /**
   * Stores the good rows of a message.
   *
   * @throws MalformedInputException when some were not good; it names the first
   */
  void accept(
      Gateway gateway, @Nullable String batchKey, Instant receivedAt, MeasurementRows rows) {
    if (rows.size() == 0 && rows.rejectedCount() == 0) {
      return;
    }
    var receipt =
        accept.accept(new MeasurementSubmission(gateway.id(), batchKey, receivedAt, rows));
    if (!receipt.isComplete()) {
      var first = receipt.rejected().getFirst();
      throw new MalformedInputException(
          receipt.rejectedCount()
              + " rows not stored, the first is "
              + first.index()
              + ", "
              + first.reason());
    }
  }
}
