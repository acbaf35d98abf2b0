/** Tells owners what happened: by signed callbacks and by mail. */
@NullMarked
package io.sensorium.delivery;

import org.jspecify.annotations.NullMarked;
