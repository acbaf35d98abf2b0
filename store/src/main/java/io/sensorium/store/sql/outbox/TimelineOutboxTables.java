package io.sensorium.store.sql.outbox;

import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.sealing.SealingKey;

/** The outbox of the mobility database: what is new about people, and the webhooks it goes to. */
public final class TimelineOutboxTables {

  private final SqlWriter writer;
  private final ReaderPool readers;

  public TimelineOutboxTables(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  public TimelineNotifications notifications() {
    return new SqlTimelineNotifications(writer, readers);
  }

  /** The webhooks, their secrets sealed under the key. */
  public Callbacks webhooks(SealingKey key) {
    return new SqlCallbacks(writer, readers, key);
  }

  public Deliveries deliveries() {
    return new SqlDeliveries(writer, readers);
  }

  public DeliveryQueue deliveryQueue() {
    return new SqlDeliveryQueue(writer, readers);
  }
}
