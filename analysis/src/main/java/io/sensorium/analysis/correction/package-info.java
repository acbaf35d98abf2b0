/** Which corrections decide of an event; see docs/algorithms/corrections.md. */
@NullMarked
package io.sensorium.analysis.correction;

import org.jspecify.annotations.NullMarked;
