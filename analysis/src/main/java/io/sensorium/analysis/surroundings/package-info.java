/** What a map knows of the surroundings of a position, as the analysis asks for it. */
@NullMarked
package io.sensorium.analysis.surroundings;

import org.jspecify.annotations.NullMarked;
