/** What people decided of their events, and how far the timelines show it. */
@NullMarked
package io.sensorium.store.correction;

import org.jspecify.annotations.NullMarked;
