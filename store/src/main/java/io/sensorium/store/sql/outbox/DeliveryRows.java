package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.DeliveryId;
import io.sensorium.store.database.Session;
import io.sensorium.store.outbox.DeliveryQueue;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import java.sql.SQLException;
import java.util.Optional;

/** New deliveries as rows. */
final class DeliveryRows {

  private static final String INSERT =
      """
      INSERT INTO deliveries
        (delivery_id, callback_id, message_id, type, created_at, state, tries, attempts,
         next_at, ended_at, last_error, body)
      VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)
      """;

  private static final String IS_FULL =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM deliveries WHERE callback_id = ? AND state = 0 LIMIT ?) AS waiting
      """;

  private DeliveryRows() {}

  /** Adds a delivery, failed at once when too many wait; empty when its callback is gone. */
  static Optional<DeliveryId> insert(Session session, NewDelivery delivery, long at)
      throws SQLException {
    long callback = delivery.callback().value();
    if (session.number("SELECT count(*) FROM callbacks WHERE callback_id = ?", callback) == 0) {
      return Optional.empty();
    }
    int limit = DeliveryQueue.MAX_WAITING_PER_CALLBACK;
    boolean full = session.number(IS_FULL, callback, limit) >= limit;
    var id = new DeliveryId(OutboxIds.next(session, OutboxIds.DELIVERY));
    session.update(
        INSERT,
        id.value(),
        callback,
        delivery.messageId(),
        delivery.type(),
        at,
        full ? SqlDeliveries.FAILED : SqlDeliveries.WAITING,
        full ? null : at,
        full ? at : null,
        full ? "too many waited for this callback" : null,
        delivery.body());
    return Optional.of(id);
  }
}
