/** Sends deliveries to callbacks, signed, until they went through or are given up. */
@NullMarked
package io.sensorium.delivery.callback;

import org.jspecify.annotations.NullMarked;
