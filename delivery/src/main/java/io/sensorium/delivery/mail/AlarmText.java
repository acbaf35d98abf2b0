package io.sensorium.delivery.mail;

import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the story of an alarm for people. */
final class AlarmText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String CELSIUS = "°C";
  private static final String FAHRENHEIT = "°F";
  private static final int FAHRENHEIT_DECIMALS = 1;

  private AlarmText() {}

  static NewNote note(AlarmStory story) {
    var headline = headline(story);
    var text = new StringBuilder(headline).append(".\n\n");
    for (var line : lines(story)) {
      text.append("  ").append(line).append('\n');
    }
    if (story.late()) {
      text.append("\nThis was found late: the measurements arrived after the fact.\n");
    }
    return new NewNote(word(story.event()) + ": " + headline, text.toString());
  }

  private static String word(NotificationType event) {
    return switch (event) {
      case ALARM_RECOVERED -> "Recovered";
      case ALARM_RETRACTED -> "Retracted";
      default -> "Alarm";
    };
  }

  private static String headline(AlarmStory story) {
    var verb =
        switch (story.event()) {
          case ALARM_RECOVERED -> " is no longer ";
          case ALARM_RETRACTED ->
              story.entry().event() == AlarmEvent.RECOVERED ? " was still " : " was not ";
          default -> " is ";
        };
    return plain(story.source()) + " of " + plain(story.sensor()) + verb + threshold(story);
  }

  private static List<String> lines(AlarmStory story) {
    var lines = new ArrayList<String>();
    lines.add(line("Value", quantity(story, story.value(), true)));
    lines.add(line("Threshold", threshold(story)));
    var delay = story.entry().condition().delay();
    switch (story.event()) {
      case ALARM_RECOVERED -> {
        lines.add(line("Recovered", time(story, story.entry().date())));
        var duration = story.entry().duration();
        lines.add(line("Lasted", duration == null ? "not known" : span(duration)));
      }
      case ALARM_RETRACTED -> lines.add(line("Told of", time(story, story.entry().date())));
      default -> {
        lines.add(line("Since", time(story, story.entry().date().minus(delay))));
        if (delay.isPositive()) {
          lines.add(line("Alarm after", span(delay)));
        }
      }
    }
    lines.add(line("Sensor", plain(story.sensor())));
    lines.add(line("Gateway", plain(story.gateway())));
    return lines;
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-12s %s", name, value);
  }

  private static String threshold(AlarmStory story) {
    var condition = story.entry().condition();
    var side = condition.direction().name().toLowerCase(Locale.ROOT);
    return side + " " + quantity(story, condition.thresholdValue(), false);
  }

  /** A threshold as it was set; a measured value with the decimals of its type at the least. */
  private static String quantity(AlarmStory story, double value, boolean measured) {
    var unit = story.type().unit().name();
    boolean toFahrenheit =
        unit.equals(CELSIUS) && story.reader().temperatureUnit() == TemperatureUnit.FAHRENHEIT;
    var shown = toFahrenheit ? inFahrenheit(value) : BigDecimal.valueOf(value);
    if (measured && !toFahrenheit) {
      int set =
          BigDecimal.valueOf(story.entry().condition().thresholdValue())
              .stripTrailingZeros()
              .scale();
      shown = shown.setScale(Math.max(story.type().precision(), set), RoundingMode.HALF_UP);
    } else {
      shown = shown.stripTrailingZeros();
    }
    return (shown.toPlainString() + " " + (toFahrenheit ? FAHRENHEIT : unit)).strip();
  }

  private static BigDecimal inFahrenheit(double celsius) {
    return BigDecimal.valueOf(celsius)
        .multiply(BigDecimal.valueOf(9))
        .divide(BigDecimal.valueOf(5))
        .add(BigDecimal.valueOf(32))
        .setScale(FAHRENHEIT_DECIMALS, RoundingMode.HALF_UP);
  }

  private static String time(AlarmStory story, Instant instant) {
    var zone = story.reader().zone();
    return MINUTE.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
  }

  /** The two largest units: {@code 2 hours 5 minutes}. */
  static String span(Duration duration) {
    var parts = new ArrayList<String>();
    add(parts, duration.toDays(), "day");
    add(parts, duration.toHoursPart(), "hour");
    add(parts, duration.toMinutesPart(), "minute");
    add(parts, duration.toSecondsPart(), "second");
    return parts.isEmpty()
        ? "less than a second"
        : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }

  /** A title on one line: what its owner typed must not become a line of ours. */
  private static String plain(String title) {
    return title.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
