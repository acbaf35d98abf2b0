/** What owners of sensors are told about. */
@NullMarked
package io.sensorium.core.notification;

import org.jspecify.annotations.NullMarked;
