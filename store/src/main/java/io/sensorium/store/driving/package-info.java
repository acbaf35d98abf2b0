/** How people drive: the ports of what is derived of it. */
@NullMarked
package io.sensorium.store.driving;

import org.jspecify.annotations.NullMarked;
