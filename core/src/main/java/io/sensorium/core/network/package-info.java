/** Addresses of a network. */
@NullMarked
package io.sensorium.core.network;

import org.jspecify.annotations.NullMarked;
