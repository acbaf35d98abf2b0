/** The engine module of Sensorium. */
@NullMarked
package io.sensorium.engine;

import org.jspecify.annotations.NullMarked;
