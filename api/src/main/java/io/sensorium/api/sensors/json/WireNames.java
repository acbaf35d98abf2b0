package io.sensorium.api.sensors.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants as the API spells them: {@code pairing_start} for PAIRING_START. */
public final class WireNames {

  private WireNames() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant that is spelled so. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(name))
        .findFirst();
  }
}
