/** How well cleaning tells wrong fixes from right ones, on months that are spoilt on purpose. */
@NullMarked
package io.sensorium.benchmarks.corruption;

import org.jspecify.annotations.NullMarked;
