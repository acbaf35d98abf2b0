/** The outbox in tables: notifications, callbacks, deliveries and mails. */
@NullMarked
package io.sensorium.store.sql.outbox;

import org.jspecify.annotations.NullMarked;
