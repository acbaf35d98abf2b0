/** The set of all accepted items of each user, in blocks ordered by event time. */
@NullMarked
package io.sensorium.store.archive;

import org.jspecify.annotations.NullMarked;
