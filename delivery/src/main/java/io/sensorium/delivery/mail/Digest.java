package io.sensorium.delivery.mail;

import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.outbox.Mails.Mail;
import io.sensorium.store.outbox.Mails.Note;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Puts notes into mails: one each while there is room in the hour, else all into one. */
final class Digest {

  private static final int MAX_LINES = 100;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

  private static final String FOOTER =
      """

      --\s
      Sensorium sends this because your notification channel is e-mail.
      """;

  private Digest() {}

  /**
   * The notes that go into one mail each.
   *
   * @param room how many mails may be sent now
   */
  static List<List<Note>> group(List<Note> notes, int room) {
    if (notes.isEmpty() || room < 1) {
      return List.of();
    }
    return notes.size() <= room ? notes.stream().map(List::of).toList() : List.of(notes);
  }

  static Mail mail(List<Note> notes, SensorUser reader, String messageId) {
    if (notes.size() == 1) {
      var note = notes.getFirst();
      return new Mail(messageId, reader.id(), note.subject(), note.text() + FOOTER);
    }
    var subject = notes.size() + " messages about alarms";
    return new Mail(messageId, reader.id(), subject, list(notes, reader) + FOOTER);
  }

  private static String list(List<Note> notes, SensorUser reader) {
    var text = new StringBuilder();
    text.append("So many alarms came together that they are told in one mail. ");
    text.append("Times are of ").append(reader.zone().getId()).append(".\n\n");
    for (var note : notes.subList(0, Math.min(MAX_LINES, notes.size()))) {
      var time = MINUTE.format(note.at().atZone(reader.zone()));
      text.append("  ").append(time).append("  ").append(note.subject()).append('\n');
    }
    if (notes.size() > MAX_LINES) {
      text.append("  and ").append(notes.size() - MAX_LINES).append(" more\n");
    }
    return text.toString();
  }
}
