/** Devices of Zigbee2MQTT, a bridge from Zigbee to MQTT. */
@NullMarked
package io.sensorium.intake.zigbee2mqtt;

import org.jspecify.annotations.NullMarked;
