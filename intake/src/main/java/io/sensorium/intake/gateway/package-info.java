/** Our own JSON of gateways: rows of measurements, and the answer to them. */
@NullMarked
package io.sensorium.intake.gateway;

import org.jspecify.annotations.NullMarked;
