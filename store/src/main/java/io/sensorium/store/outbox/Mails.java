package io.sensorium.store.outbox;

import io.sensorium.core.id.SensorUserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mails: notes that wait to be put into one, mails that wait to be sent, and what became of them.
 *
 * <p>Every implementation passes {@code MailsContract}. Safe for use by many threads.
 */
public interface Mails {

  Duration KEPT_FOR = Duration.ofDays(30);

  /** What a mail is to tell, by itself or with others. */
  record Note(long position, String subject, String text, Instant at) {}

  /**
   * A mail as it goes out, at each attempt.
   *
   * @param messageId the same over all attempts
   */
  record Mail(String messageId, SensorUserId owner, String subject, String text) {}

  /** A mail that is due. */
  record Due(long position, Mail mail, int triesDone) {}

  /** Those for whom notes wait, longest first. */
  List<SensorUserId> listOwnersWithNotes();

  /** Of an owner, in the order of adding. */
  List<Note> listNotes(SensorUserId owner, int limit);

  /** How many mails were made for an owner since then. */
  int countMails(SensorUserId owner, Instant since);

  /** Puts notes into a mail, in one transaction: they wait no longer, and the mail does. */
  void compose(List<Note> notes, Mail mail, Instant at);

  /** Drops the notes of an owner who wants no mail. */
  void dropNotes(SensorUserId owner);

  /** The mail that is due longest. */
  Optional<Due> findDue(Instant now);

  void markSent(long position, Instant at);

  /** Writes down a failure; the mail is given up when there is no next time. */
  void markFailed(long position, String error, @Nullable Instant nextAt, Instant at);

  /** Forgets mails that ended too long ago. */
  void prune(Instant now);
}
