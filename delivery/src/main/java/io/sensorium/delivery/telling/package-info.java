/** Turns notifications into deliveries and notes for mails. */
@NullMarked
package io.sensorium.delivery.telling;

import org.jspecify.annotations.NullMarked;
