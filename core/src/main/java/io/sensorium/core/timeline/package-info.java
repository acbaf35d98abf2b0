/** What is derived of a person's days: stays, transports, and the path of a transport. */
@NullMarked
package io.sensorium.core.timeline;

import org.jspecify.annotations.NullMarked;
