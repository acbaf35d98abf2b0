/** What the phone in the pocket reports of all that: when it samples, and how wrong it is. */
@NullMarked
package io.sensorium.simulator.phone;

import org.jspecify.annotations.NullMarked;
