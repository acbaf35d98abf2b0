package io.sensorium.store.sql.outbox;

import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.Mails;
import io.sensorium.store.outbox.Notifications;
import io.sensorium.store.sealing.SealingKey;

/** The outbox of the sensors' database: what is to be told, to whom, and what came of it. */
public final class OutboxTables {

  private final SqlWriter writer;
  private final ReaderPool readers;

  public OutboxTables(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  public Notifications notifications() {
    return new SqlNotifications(writer, readers);
  }

  /** The callbacks, their secrets sealed under the key. */
  public Callbacks callbacks(SealingKey key) {
    return new SqlCallbacks(writer, readers, key);
  }

  public Deliveries deliveries() {
    return new SqlDeliveries(writer, readers);
  }

  public DeliveryQueue deliveryQueue() {
    return new SqlDeliveryQueue(writer, readers);
  }

  public Mails mails() {
    return new SqlMails(writer, readers);
  }
}
