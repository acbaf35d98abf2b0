/** Home Assistant's MQTT discovery, by which many devices tell what they measure. */
@NullMarked
package io.sensorium.intake.homeassistant;

import org.jspecify.annotations.NullMarked;
