package io.sensorium.server.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads settings by their keys into {@link Config}. */
public final class ConfigReader {

  /** A setting as the documentation lists it. */
  public record Setting(String key, String defaultValue, String meaning) {}

  private ConfigReader() {}

  /**
   * The defaults, with {@code settings} in their place.
   *
   * @throws ConfigException when a key is unknown or a value cannot be read
   */
  public static Config read(Map<String, String> settings) {
    var rest = new TreeMap<>(settings);
    var sections = new ArrayList<Object>();
    for (var section : Config.class.getRecordComponents()) {
      sections.add(readSection(section.getName(), (Record) get(section, Config.DEFAULT), rest));
    }
    if (!rest.isEmpty()) {
      throw unknown(rest.firstKey());
    }
    return construct(Config.class, sections);
  }

  /** All settings in the order in which they are declared. */
  public static List<Setting> list() {
    var settings = new ArrayList<Setting>();
    for (var section : Config.class.getRecordComponents()) {
      var defaults = (Record) get(section, Config.DEFAULT);
      for (var component : defaults.getClass().getRecordComponents()) {
        settings.add(
            new Setting(
                section.getName() + "." + component.getName(),
                write(get(component, defaults)),
                component.getAnnotation(Says.class).value()));
      }
    }
    return List.copyOf(settings);
  }

  private static Record readSection(String name, Record defaults, Map<String, String> settings) {
    var values = new ArrayList<Object>();
    for (var component : defaults.getClass().getRecordComponents()) {
      var key = name + "." + component.getName();
      var text = settings.remove(key);
      values.add(
          text == null ? get(component, defaults) : parse(key, component.getType(), text.strip()));
    }
    return construct(defaults.getClass(), values);
  }

  private static Object parse(String key, Class<?> type, String text) {
    try {
      if (type == int.class) {
        return Integer.parseInt(text);
      }
      if (type == long.class) {
        return Long.parseLong(text);
      }
      if (type == boolean.class) {
        return parseBoolean(text);
      }
      if (type.isEnum()) {
        return parseEnum(type, text);
      }
      if (type == Duration.class) {
        return Duration.parse(text);
      }
      if (type == List.class) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
      }
      return text;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new ConfigException(key + ": cannot read '" + text + "' as " + describe(type));
    }
  }

  private static boolean parseBoolean(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Object parseEnum(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> write(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static String describe(Class<?> type) {
    return type.isEnum()
        ? "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(ConfigReader::write)
                .collect(Collectors.joining(", "))
        : type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String write(Object value) {
    return switch (value) {
      case List<?> list -> String.join(",", list.stream().map(String::valueOf).toList());
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      default -> value.toString();
    };
  }

  private static ConfigException unknown(String key) {
    var nearest =
        list().stream()
            .map(Setting::key)
            .min(Comparator.comparingInt(known -> editDistance(known, key)))
            .orElseThrow();
    return new ConfigException("unknown setting '" + key + "'; did you mean '" + nearest + "'?");
  }

  /** Levenshtein's distance. */
  private static int editDistance(String a, String b) {
    var previous = new int[b.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }

  private static Object get(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record's accessors are public and do not throw", e);
    }
  }

  private static <T> T construct(Class<T> type, List<Object> values) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record has its canonical constructor", e);
    }
  }
}
