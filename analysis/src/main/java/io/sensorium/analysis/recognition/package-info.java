/** How somebody moves, as the phone's recogniser, its step counter and its sensors tell it. */
@NullMarked
package io.sensorium.analysis.recognition;

import org.jspecify.annotations.NullMarked;
