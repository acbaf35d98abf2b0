/** The store module of Sensorium. */
@NullMarked
package io.sensorium.store;

import org.jspecify.annotations.NullMarked;
