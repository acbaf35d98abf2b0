package io.sensorium.delivery.mail;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** People who get mails, for tests. */
final class Readers {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Readers() {}

  static SensorUser anna(TemperatureUnit unit) {
    return new SensorUser(
        new SensorUserId(1),
        null,
        "anna@house.example",
        "Anna",
        "Maes",
        "BE",
        ZoneId.of("Europe/Brussels"),
        unit,
        NotificationChannel.EMAIL,
        Set.of(),
        NOON);
  }

  static SensorUser withChannel(SensorUser user, NotificationChannel channel) {
    return new SensorUser(
        user.id(),
        user.parent(),
        user.email(),
        user.firstName(),
        user.lastName(),
        user.country(),
        user.zone(),
        user.temperatureUnit(),
        channel,
        user.privileges(),
        user.createdAt());
  }
}
