/** Accepted inputs that are on disk and not yet folded, and those that failed. */
@NullMarked
package io.sensorium.store.inbox;

import org.jspecify.annotations.NullMarked;
