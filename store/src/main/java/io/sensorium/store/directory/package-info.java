/** The data directory as a whole: who holds it. */
@NullMarked
package io.sensorium.store.directory;

import org.jspecify.annotations.NullMarked;
