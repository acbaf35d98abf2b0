package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.UserJson;
import io.sensorium.api.sensors.json.WireNames;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.store.sensing.SensorUsers;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code POST /v1/users/:id} with {@code fname}, {@code lname}, {@code country}, {@code tz}, {@code
 * temp_unit} or {@code notification_channel}, of oneself.
 */
final class ChangeUser implements SensorMethod {

  private static final String COUNTRY = "country";

  private final SensorUsers users;

  ChangeUser(SensorUsers users) {
    this.users = users;
  }

  @Override
  public Answer answer(Call call) {
    requireSelf(call);
    users.update(changed(call.subject(), call.parameters()));
    var user = users.find(call.owner()).orElseThrow(ApiError::notFound);
    return Answer.changed(json -> UserJson.write(json.name("user"), user));
  }

  /** That the path names the user who calls; all others are not there. */
  static void requireSelf(Call call) {
    if (call.pathId("id") != call.owner().value()) {
      throw ApiError.notFound();
    }
  }

  private static SensorUser changed(SensorUser user, Parameters given) {
    return new SensorUser(
        user.id(),
        user.parent(),
        user.email(),
        given.findText("fname", Lengths.NAME).orElse(user.firstName()),
        given.findText("lname", Lengths.NAME).orElse(user.lastName()),
        given.find(COUNTRY).map(ChangeUser::country).orElse(user.country()),
        given.find("tz").map(ChangeUser::zone).orElse(user.zone()),
        constant(given, "temp_unit", TemperatureUnit.class, user.temperatureUnit()),
        constant(
            given, "notification_channel", NotificationChannel.class, user.notificationChannel()),
        user.privileges(),
        user.createdAt());
  }

  private static String country(String code) {
    var upper = code.toUpperCase(Locale.ROOT);
    if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(upper)) {
      throw Parameters.invalid(COUNTRY, "must be an ISO 3166 code of two letters");
    }
    return upper;
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Parameters.invalid("tz", "must be a name of the time-zone database");
    }
    return ZoneId.of(name);
  }

  private static <E extends Enum<E>> E constant(
      Parameters given, String name, Class<E> type, E otherwise) {
    return given
        .find(name)
        .map(
            text ->
                WireNames.find(type, text)
                    .orElseThrow(
                        () ->
                            Parameters.invalid(
                                name,
                                "must be one of "
                                    + Arrays.stream(type.getEnumConstants())
                                        .map(WireNames::of)
                                        .toList())))
        .orElse(otherwise);
  }
}
