/** What really happened, in the form in which results are compared with it. */
@NullMarked
package io.sensorium.simulator.truth;

import org.jspecify.annotations.NullMarked;
