/** How recorded signals reach a server: batches, their order, and the device API. */
@NullMarked
package io.sensorium.simulator.upload;

import org.jspecify.annotations.NullMarked;
