package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.UserId;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.Followers;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.sealing.SealingKey;
import java.util.function.Consumer;

/** The outbox of the mobility database: what is new about people, and the webhooks it goes to. */
public final class TimelineOutboxTables {

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final Followers followers;

  /**
   * @param refuseErased throws inside a transaction that stores something of an erased user
   */
  public TimelineOutboxTables(SqlWriter writer, ReaderPool readers, Consumer<UserId> refuseErased) {
    this.writer = writer;
    this.readers = readers;
    this.followers = new SqlFollowers(writer, readers, refuseErased);
  }

  public Followers followers() {
    return followers;
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
