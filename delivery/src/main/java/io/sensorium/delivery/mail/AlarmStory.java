package io.sensorium.delivery.mail;

import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SourceType;

/**
 * All that a mail tells of a change of an alarm.
 *
 * @param late whether it was found long after it happened
 * @param gateway its title, as those of sensor and source
 * @param entry the line of the log that is told, or retracted
 */
record AlarmStory(
    SensorUser reader,
    NotificationType event,
    boolean late,
    String gateway,
    String sensor,
    String source,
    SourceType type,
    double value,
    AlarmLogEntry entry) {}
