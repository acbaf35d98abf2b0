/** Indexes that the project makes while it is built, and carries with it on the class path. */
@NullMarked
package io.sensorium.atlas.bundle;

import org.jspecify.annotations.NullMarked;
