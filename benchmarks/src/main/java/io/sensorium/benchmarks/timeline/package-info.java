/** The timeline as the API answers it, in the form in which it is compared with a truth. */
@NullMarked
package io.sensorium.benchmarks.timeline;

import org.jspecify.annotations.NullMarked;
