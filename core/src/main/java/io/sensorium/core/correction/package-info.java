/** What people decide of their own events, whatever the analysis found. */
@NullMarked
package io.sensorium.core.correction;

import org.jspecify.annotations.NullMarked;
