/** Notifications to be delivered, and what became of them. */
@NullMarked
package io.sensorium.store.outbox;

import org.jspecify.annotations.NullMarked;
