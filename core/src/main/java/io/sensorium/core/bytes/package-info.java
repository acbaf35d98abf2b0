/** Bytes as a value. */
@NullMarked
package io.sensorium.core.bytes;

import org.jspecify.annotations.NullMarked;
