/** Where the server is put together and started: the wiring. */
@NullMarked
package io.sensorium.server;

import org.jspecify.annotations.NullMarked;
