/** The way in by MQTT: topics of a broker, what is on them, and commands that go back. */
@NullMarked
package io.sensorium.intake.mqtt;

import org.jspecify.annotations.NullMarked;
