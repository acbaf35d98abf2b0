/** What phones send to {@code POST /device/v1/signals}: JSON bytes to accepted items. */
@NullMarked
package io.sensorium.intake.signals;

import org.jspecify.annotations.NullMarked;
