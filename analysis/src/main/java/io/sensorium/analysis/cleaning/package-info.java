/** Tells fixes that can be believed from fixes that cannot, one at a time, in bounded memory. */
@NullMarked
package io.sensorium.analysis.cleaning;

import org.jspecify.annotations.NullMarked;
