/** What text may be. */
@NullMarked
package io.sensorium.core.text;

import org.jspecify.annotations.NullMarked;
