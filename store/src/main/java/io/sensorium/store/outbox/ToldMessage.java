package io.sensorium.store.outbox;

import io.sensorium.core.id.DeliveryId;
import java.time.Instant;

/**
 * What was written, and sent or will be, to a webhook about a person.
 *
 * @param delivery rises with each
 * @param type such as {@code transport}
 * @param body the JSON that is sent
 */
public record ToldMessage(DeliveryId delivery, String type, Instant createdAt, String body) {}
