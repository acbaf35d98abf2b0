package io.sensorium.delivery.mail;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.delivery.mail.SmtpClient.Outcome;
import io.sensorium.delivery.work.RetrySchedule;
import io.sensorium.store.outbox.Mails;
import io.sensorium.store.outbox.Mails.Due;
import io.sensorium.store.sensing.SensorUsers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts notes into mails, not too many for anybody, and sends what is due. For one thread. */
public final class Mailing {

  private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MAX_NOTES = 10_000;

  private final Mails mails;
  private final SensorUsers users;
  private final SmtpClient client;
  private final MessageIds messageIds;
  private final int mailsPerHour;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private int failuresInRow;
  private Instant holdUntil = Instant.EPOCH;

  /**
   * A mailing.
   *
   * @param mailsPerHour how many mails one reader gets in an hour at the most
   * @throws IllegalArgumentException when the server's sender is no address
   */
  public Mailing(
      Mails mails,
      SensorUsers users,
      SmtpServer server,
      int mailsPerHour,
      IdSource ids,
      Clock clock) {
    this.mails = mails;
    this.users = users;
    this.client = new SmtpClient(server);
    this.messageIds = new MessageIds(ids, server.from());
    this.mailsPerHour = mailsPerHour;
    this.clock = clock;
  }

  /** Writes the mails that may be written now, and sends those that are due. */
  public void run() {
    mails.listOwnersWithNotes().forEach(this::compose);
    sendDue();
  }

  private void compose(SensorUserId owner) {
    var reader = findReader(owner);
    if (reader.isEmpty()) {
      mails.dropNotes(owner);
      return;
    }
    var now = clock.instant();
    int room = mailsPerHour - mails.countMails(owner, now.minus(HOUR));
    if (room < 1) {
      return;
    }
    for (var notes : Digest.group(mails.listNotes(owner, MAX_NOTES), room)) {
      mails.compose(notes, Digest.mail(notes, reader.get(), messageIds.next()), now);
    }
  }

  private void sendDue() {
    var now = clock.instant();
    while (!now.isBefore(holdUntil)) {
      var due = mails.findDue(now);
      if (due.isEmpty()) {
        return;
      }
      send(due.get(), now);
      now = clock.instant();
    }
  }

  private void send(Due due, Instant now) {
    var reader = findReader(due.mail().owner());
    if (reader.isEmpty()) {
      mails.markFailed(due.position(), "its reader wants no mail any more", null, now);
      return;
    }
    var outcome = client.send(due.mail(), reader.get().email(), now);
    switch (outcome) {
      case Outcome.Sent() -> mails.markSent(due.position(), now);
      case Outcome.Refused(var reason) -> markFailed(due, reason, null, now);
      case Outcome.Deferred(var reason) -> markFailed(due, reason, next(due, now), now);
      case Outcome.NoServer(var reason) -> markFailed(due, reason, next(due, now), now);
    }
    hold(outcome, now);
  }

  /** A server that takes nothing is left alone for a while, with all mails. */
  private void hold(Outcome outcome, Instant now) {
    failuresInRow = outcome instanceof Outcome.NoServer ? failuresInRow + 1 : 0;
    holdUntil = now.plus(RetrySchedule.hold(failuresInRow));
  }

  private @Nullable Instant next(Due due, Instant now) {
    return RetrySchedule.DEFAULT
        .pauseAfter(due.triesDone() + 1, random)
        .map(now::plus)
        .orElse(null);
  }

  private void markFailed(Due due, String reason, @Nullable Instant next, Instant now) {
    LOG.warn("mail {} was not taken: {}", due.mail().messageId(), reason);
    mails.markFailed(due.position(), reason, next, now);
  }

  private Optional<SensorUser> findReader(SensorUserId owner) {
    return users
        .find(owner)
        .filter(user -> user.notificationChannel() == NotificationChannel.EMAIL);
  }
}
