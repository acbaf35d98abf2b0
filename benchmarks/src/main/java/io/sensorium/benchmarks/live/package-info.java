/** What it costs to fold uploads that come one by one, and facts that come late. */
@NullMarked
package io.sensorium.benchmarks.live;

import org.jspecify.annotations.NullMarked;
