/** Weather, rooms, fridges and batteries: what sensors measure, as physics has it. */
@NullMarked
package io.sensorium.simulator.climate;

import org.jspecify.annotations.NullMarked;
