/** The one way in for what gateways measure: rows checked, given to their sources and stored. */
@NullMarked
package io.sensorium.intake.measurements;

import org.jspecify.annotations.NullMarked;
