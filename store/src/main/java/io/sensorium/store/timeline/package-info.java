/** What is derived: events, paths, snapshots of the fold; and the one way to change it. */
@NullMarked
package io.sensorium.store.timeline;

import org.jspecify.annotations.NullMarked;
