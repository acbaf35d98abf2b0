package io.sensorium.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.core.sensing.SourceType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlarmTextTest {

  private static final AlarmCondition ABOVE_MINUS_15 =
      new AlarmCondition(-15, Direction.ABOVE, Duration.ofMinutes(10), 0);

  @Test
  void anAlarmTellsWhatWhereAndSinceWhen() {
    var note = AlarmText.note(story(NotificationType.ALARM_TRIGGERED, -12.34, null));

    assertThat(note.subject()).isEqualTo("Alarm: Temperature of Freezer is above -15 °C");
    assertThat(note.text())
        .isEqualTo(
            """
            Temperature of Freezer is above -15 °C.

              Value        -12.3 °C
              Threshold    above -15 °C
              Since        2026-03-01 12:50 (Europe/Brussels)
              Alarm after  10 minutes
              Sensor       Freezer
              Gateway      Cellar
            """);
  }

  @Test
  void aRecoveryTellsHowLongItLasted() {
    var lasted = Duration.ofMinutes(125);
    var note = AlarmText.note(story(NotificationType.ALARM_RECOVERED, -18, lasted));

    assertThat(note.subject())
        .isEqualTo("Recovered: Temperature of Freezer is no longer above -15 °C");
    assertThat(note.text())
        .contains("Value        -18.0 °C\n")
        .contains("Recovered    2026-03-01 13:00 (Europe/Brussels)\n")
        .contains("Lasted       2 hours 5 minutes\n")
        .doesNotContain("Since");
  }

  @Test
  void aRetractionSaysThatItWasNot() {
    var note = AlarmText.note(story(NotificationType.ALARM_RETRACTED, -18, null));

    assertThat(note.subject()).isEqualTo("Retracted: Temperature of Freezer was not above -15 °C");
    assertThat(note.text()).contains("Told of      2026-03-01 13:00 (Europe/Brussels)\n");
  }

  @Test
  void aRecoveryThatIsRetractedMeansThatItWasStillSo() {
    var recovered = story(NotificationType.ALARM_RETRACTED, -18, Duration.ofMinutes(5));

    assertThat(AlarmText.note(recovered).subject())
        .isEqualTo("Retracted: Temperature of Freezer was still above -15 °C");
  }

  @Test
  void whatIsFoundLateSaysSo() {
    var story = story(NotificationType.ALARM_TRIGGERED, -12, null);
    var late = with(story, TemperatureUnit.CELSIUS, true, "Freezer");

    assertThat(AlarmText.note(late).text())
        .endsWith("\nThis was found late: the measurements arrived after the fact.\n");
    assertThat(AlarmText.note(story).text()).doesNotContain("late");
  }

  @Test
  void whoReadsFahrenheitGetsFahrenheit() {
    var story = story(NotificationType.ALARM_TRIGGERED, -12.34, null);
    var american = with(story, TemperatureUnit.FAHRENHEIT, false, "Freezer");

    assertThat(AlarmText.note(american).subject()).endsWith("is above 5 °F");
    assertThat(AlarmText.note(american).text()).contains("Value        9.8 °F\n");
  }

  @Test
  void aValueShowsAsManyDecimalsAsItsThreshold() {
    var fine = new AlarmCondition(4.125, Direction.BELOW, Duration.ZERO, 0);
    var story = story(NotificationType.ALARM_TRIGGERED, 4.1249, null, fine);

    assertThat(AlarmText.note(story).text())
        .contains("Value        4.125 °C\n")
        .contains("Threshold    below 4.125 °C\n")
        .contains("Since        2026-03-01 13:00")
        .doesNotContain("Alarm after");
  }

  @Test
  void aTitleCannotWriteALineOfItsOwn() {
    var story = story(NotificationType.ALARM_TRIGGERED, -12, null);
    var cunning = with(story, TemperatureUnit.CELSIUS, false, "Free\r\nBcc: x@y.example\n\nzer");

    assertThat(AlarmText.note(cunning).subject())
        .isEqualTo("Alarm: Temperature of Free Bcc: x@y.example zer is above -15 °C");
  }

  @Test
  void aSpanIsToldInItsTwoLargestUnits() {
    assertThat(AlarmText.span(Duration.ofSeconds(1))).isEqualTo("1 second");
    assertThat(AlarmText.span(Duration.ofMinutes(61))).isEqualTo("1 hour 1 minute");
    assertThat(AlarmText.span(Duration.ofDays(2).plusSeconds(7))).isEqualTo("2 days 7 seconds");
    assertThat(AlarmText.span(Duration.parse("P3DT4H5M6S"))).isEqualTo("3 days 4 hours");
    assertThat(AlarmText.span(Duration.ofMillis(3))).isEqualTo("less than a second");
  }

  private static AlarmStory story(
      NotificationType event, double value, @Nullable Duration duration) {
    return story(event, value, duration, ABOVE_MINUS_15);
  }

  private static AlarmStory story(
      NotificationType event, double value, @Nullable Duration duration, AlarmCondition condition) {
    var logged = duration == null ? AlarmEvent.TRIGGERED : AlarmEvent.RECOVERED;
    var entry =
        new AlarmLogEntry(
            700,
            new AlarmId(7),
            new SourceId(70),
            logged,
            Readers.NOON,
            value,
            condition,
            duration,
            null);
    return new AlarmStory(
        Readers.anna(TemperatureUnit.CELSIUS),
        event,
        false,
        "Cellar",
        "Freezer",
        "Temperature",
        SourceType.find("temp").orElseThrow(),
        value,
        entry);
  }

  private static AlarmStory with(
      AlarmStory story, TemperatureUnit unit, boolean late, String sensor) {
    return new AlarmStory(
        Readers.anna(unit),
        story.event(),
        late,
        story.gateway(),
        sensor,
        story.source(),
        story.type(),
        story.value(),
        story.entry());
  }
}
