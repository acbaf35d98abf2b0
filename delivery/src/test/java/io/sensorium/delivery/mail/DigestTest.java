package io.sensorium.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.store.outbox.Mails.Note;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void whileThereIsRoomEachNoteIsAMail() {
    assertThat(Digest.group(notes(3), 3)).hasSize(3).allMatch(group -> group.size() == 1);
  }

  @Test
  void whenThereIsNotRoomForAllTheyAreOneMail() {
    assertThat(Digest.group(notes(4), 3)).containsExactly(notes(4));
  }

  @Test
  void withoutRoomNothingIsWritten() {
    assertThat(Digest.group(notes(4), 0)).isEmpty();
    assertThat(Digest.group(List.of(), 3)).isEmpty();
  }

  @Test
  void oneNoteIsAMailAsItIs() {
    var mail = Digest.mail(notes(1), Readers.anna(TemperatureUnit.CELSIUS), "<1@x>");

    assertThat(mail.subject()).isEqualTo("subject 0");
    assertThat(mail.text())
        .isEqualTo(
            """
            text 0

            --\s
            Sensorium sends this because your notification channel is e-mail.
            """);
  }

  @Test
  void aDigestListsWhatHappenedWhen() {
    var mail = Digest.mail(notes(102), Readers.anna(TemperatureUnit.CELSIUS), "<1@x>");

    assertThat(mail.subject()).isEqualTo("102 messages about alarms");
    assertThat(mail.text())
        .contains("Times are of Europe/Brussels.")
        .contains("  03-01 13:00  subject 0\n")
        .contains("  03-01 14:39  subject 99\n")
        .contains("  and 2 more\n")
        .doesNotContain("subject 100");
  }

  private static List<Note> notes(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Note(i, "subject " + i, "text " + i + "\n", Readers.NOON.plusSeconds(60L * i)))
        .toList();
  }
}
