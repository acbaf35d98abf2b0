package io.sensorium.delivery.mail;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.delivery.mail.SmtpClient.Outcome;
import io.sensorium.store.outbox.Mails.Mail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the tokens with which forgotten passwords are replaced. They are never written down: what
 * is not sent at once is not sent, and who asked asks again.
 */
public final class PasswordMailer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordMailer.class);
  private static final int MAX_WAITING = 100;

  private final SmtpClient client;
  private final MessageIds messageIds;
  private final Clock clock;
  private final ExecutorService sender =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("password-mails").daemon().factory());

  /**
   * A mailer.
   *
   * @throws IllegalArgumentException when the server's sender is no address
   */
  public PasswordMailer(SmtpServer server, IdSource ids, Clock clock) {
    this.client = new SmtpClient(server);
    this.messageIds = new MessageIds(ids, server.from());
    this.clock = clock;
  }

  /** Sends a token soon; returns at once. */
  public void send(SensorUser reader, String token, Instant expiresAt) {
    try {
      sender.execute(() -> sendNow(reader, token, expiresAt));
    } catch (RejectedExecutionException e) {
      LOG.warn("no mail for a new password to user {}: too many wait", reader.id());
    }
  }

  private void sendNow(SensorUser reader, String token, Instant expiresAt) {
    var mail = new Mail(messageIds.next(), reader.id(), "New password", text(token, expiresAt));
    var outcome = client.send(mail, reader.email(), clock.instant());
    if (!(outcome instanceof Outcome.Sent)) {
      LOG.warn("the mail for a new password to user {} was not sent: {}", reader.id(), outcome);
    }
  }

  private static String text(String token, Instant expiresAt) {
    return """
        Somebody asked for a new password for your account. If it was not you, do nothing.

        With this token a new password can be set until %s:

        %s

        """
        .formatted(expiresAt.truncatedTo(ChronoUnit.MINUTES), token);
  }

  /** Sends nothing more. */
  @Override
  public void close() {
    sender.shutdownNow();
  }
}
