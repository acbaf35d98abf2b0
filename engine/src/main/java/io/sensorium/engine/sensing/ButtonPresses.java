package io.sensorium.engine.sensing;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.time.Micros;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.outbox.Notifications;
import io.sensorium.store.sensing.Devices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of measurements that somebody took by pressing a button. Safe for use by many threads.
 *
 * <p>It is on disk before the batch is answered; of a batch that comes again nothing is told twice.
 */
public final class ButtonPresses {

  private static final Duration LATE = Duration.ofMinutes(10);
  private static final int BUTTON = MeasurementType.BUTTON.code();

  private final Devices devices;
  private final Notifications notifications;
  private final Runnable wakeOutbox;

  public ButtonPresses(Devices devices, Notifications notifications, Runnable wakeOutbox) {
    this.devices = devices;
    this.notifications = notifications;
    this.wakeOutbox = wakeOutbox;
  }

  public void tell(GatewayBatch batch) {
    var rows = batch.rows();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.typeCode(row) == BUTTON) {
        tellAll(batch);
        return;
      }
    }
  }

  private void tellAll(GatewayBatch batch) {
    var owner = devices.findGateway(batch.gateway()).map(gateway -> gateway.owner()).orElse(null);
    if (owner == null) {
      return;
    }
    var presses = new ArrayList<Notification>();
    for (int i = 0; i < batch.rows().sourceCount(); i++) {
      var source = devices.findSource(new SourceId(batch.rows().sourceId(i)));
      int at = i;
      source.ifPresent(found -> presses.addAll(pressesOf(found, owner, batch, at)));
    }
    notifications.add(presses);
    wakeOutbox.run();
  }

  private static List<Notification> pressesOf(
      DataSource source, SensorUserId owner, GatewayBatch batch, int at) {
    SourceRows rows = batch.rows();
    var presses = new ArrayList<Notification>();
    for (int row = rows.firstRow(at); row < rows.endRow(at); row++) {
      if (rows.typeCode(row) == BUTTON) {
        var date = Micros.toInstant(rows.timeMicros(row));
        presses.add(
            new Notification(
                "button:" + source.id() + ":" + rows.timeMicros(row),
                owner,
                NotificationType.MEASUREMENT_BUTTON,
                date,
                date.isBefore(batch.receivedAt().minus(LATE)),
                new Subject.OfMeasurement(
                    source.gateway(), source.sensor(), source.id(), rows.value(row))));
      }
    }
    return presses;
  }
}
