/** Work that is done again and again: the thread for it, and the times of retries. */
@NullMarked
package io.sensorium.delivery.work;

import org.jspecify.annotations.NullMarked;
