/** One fix on its way in: what every format fills, checked by one set of rules. */
@NullMarked
package io.sensorium.intake.fix;

import org.jspecify.annotations.NullMarked;
