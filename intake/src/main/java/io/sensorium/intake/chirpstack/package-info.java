/** Uplinks of ChirpStack, a LoRaWAN network server. */
@NullMarked
package io.sensorium.intake.chirpstack;

import org.jspecify.annotations.NullMarked;
