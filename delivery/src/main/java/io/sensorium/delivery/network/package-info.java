/** Which addresses may be connected to, and whose certificates are trusted. */
@NullMarked
package io.sensorium.delivery.network;

import org.jspecify.annotations.NullMarked;
