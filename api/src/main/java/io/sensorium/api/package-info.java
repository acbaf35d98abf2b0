/** The api module of Sensorium. */
@NullMarked
package io.sensorium.api;

import org.jspecify.annotations.NullMarked;
