/** For how long raw data is kept. */
@NullMarked
package io.sensorium.store.retention;

import org.jspecify.annotations.NullMarked;
