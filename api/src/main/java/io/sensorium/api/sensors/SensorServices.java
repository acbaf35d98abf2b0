package io.sensorium.api.sensors;

import io.sensorium.api.auth.Passwords;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.SensorUsers;
import io.sensorium.store.sensing.Workflows;
import java.util.Optional;

/**
 * What the sensor API stands on.
 *
 * @param mails empty where no mail can be sent; then passwords cannot be reset
 */
public record SensorServices(
    SensorUsers users,
    Passwords passwords,
    Devices devices,
    Workflows workflows,
    Measurements measurements,
    AcceptMeasurements accept,
    Alarms alarms,
    AlarmTrials trials,
    Callbacks callbacks,
    Deliveries deliveries,
    SealingKey key,
    Optional<PasswordMails> mails) {}
