/** Tracks for tests, told like stories. */
@NullMarked
package io.sensorium.analysis.stories;

import org.jspecify.annotations.NullMarked;
