/** The server module of Sensorium. */
@NullMarked
package io.sensorium.server;

import org.jspecify.annotations.NullMarked;
