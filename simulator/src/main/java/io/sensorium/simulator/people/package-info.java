/** Who lives in a town, what they do with a day, and where that puts them at each instant. */
@NullMarked
package io.sensorium.simulator.people;

import org.jspecify.annotations.NullMarked;
