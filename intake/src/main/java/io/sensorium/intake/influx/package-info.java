/** InfluxDB's line protocol, as Telegraf and other agents write it. */
@NullMarked
package io.sensorium.intake.influx;

import org.jspecify.annotations.NullMarked;
