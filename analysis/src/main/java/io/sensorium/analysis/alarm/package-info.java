/** What alarms follow from measurements. */
@NullMarked
package io.sensorium.analysis.alarm;

import org.jspecify.annotations.NullMarked;
