package io.sensorium.atlas.limits;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits that hold at some times only, as the tag {@code maxspeed:conditional} has them: {@code
 * 30 @ (Mo-Fr 07:00-17:00); 80 @ (22:00-06:00)}.
 *
 * <p>Conditions other than days of the week and hours, such as {@code wet}, are not met.
 */
public final class Conditional {

  private static final Pattern RULE = Pattern.compile("([^@;]+)@\\s*(?:\\(([^)]*)\\)|([^;]*))");
  private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
  private static final Pattern DAYS =
      Pattern.compile("(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))?");
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:[-,]\\s*(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*)?\\s*"
              + "(?:\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}(?:,\\s*\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2})*)?");
  private static final List<String> DAY_NAMES = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

  private Conditional() {}

  /** The code of the limit that holds at a time, or {@link LimitCode#UNKNOWN} if none does. */
  public static int codeAt(String text, LocalDateTime time) {
    int code = LimitCode.UNKNOWN;
    var rules = RULE.matcher(text);
    while (rules.find()) { // a later rule goes before an earlier one
      var condition = rules.group(2) == null ? rules.group(3) : rules.group(2);
      if (holds(condition.strip(), time)) {
        int found = LimitCode.parse(rules.group(1));
        code = found == LimitCode.UNKNOWN ? code : found;
      }
    }
    return code;
  }

  private static boolean holds(String condition, LocalDateTime time) {
    for (var part : condition.split(";", -1)) {
      var stripped = part.strip();
      if (!stripped.isEmpty() && WHOLE.matcher(stripped).matches() && partHolds(stripped, time)) {
        return true;
      }
    }
    return false;
  }

  private static boolean partHolds(String part, LocalDateTime time) {
    int minute = time.getHour() * 60 + time.getMinute();
    var hours = HOURS.matcher(part);
    boolean anyHours = false;
    while (hours.find()) {
      anyHours = true;
      int from = minutes(hours, 1);
      int to = minutes(hours, 3);
      if (from < to
          ? minute >= from && minute < to && isDay(part, time.getDayOfWeek())
          : overNight(part, time, minute, from, to)) {
        return true;
      }
    }
    return !anyHours && isDay(part, time.getDayOfWeek());
  }

  /** Hours over midnight belong to the day on which they begin. */
  private static boolean overNight(String part, LocalDateTime time, int minute, int from, int to) {
    return (minute >= from && isDay(part, time.getDayOfWeek()))
        || (minute < to && isDay(part, time.getDayOfWeek().minus(1)));
  }

  private static int minutes(Matcher hours, int group) {
    return Integer.parseInt(hours.group(group)) * 60 + Integer.parseInt(hours.group(group + 1));
  }

  private static boolean isDay(String part, DayOfWeek day) {
    var days = DAYS.matcher(part);
    boolean any = false;
    while (days.find()) {
      any = true;
      int from = DAY_NAMES.indexOf(days.group(1));
      int to = days.group(2) == null ? from : DAY_NAMES.indexOf(days.group(2));
      int asked = day.ordinal();
      if (from <= to ? asked >= from && asked <= to : asked >= from || asked <= to) {
        return true;
      }
    }
    return !any && !part.contains("PH");
  }
}
