/** How somebody drove: scores, annotations, and what they are summed up to. */
@NullMarked
package io.sensorium.core.driving;

import org.jspecify.annotations.NullMarked;
