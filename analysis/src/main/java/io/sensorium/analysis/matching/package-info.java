/** What the analysis asks a map of the way of a leg. */
@NullMarked
package io.sensorium.analysis.matching;

import org.jspecify.annotations.NullMarked;
