package io.sensorium.delivery.mail;

import io.sensorium.store.outbox.Mails.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a server, one at a time, each on a connection of its own. */
final class SmtpClient {

  /** What came of a mail. */
  sealed interface Outcome {

    /** The server has taken it. */
    record Sent() implements Outcome {}

    /** The server will never take it. */
    record Refused(String reason) implements Outcome {}

    /** The server may take it later. */
    record Deferred(String reason) implements Outcome {}

    /** The server takes nothing now. */
    record NoServer(String reason) implements Outcome {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(SmtpClient.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int FIRST_PERMANENT_CODE = 500;

  private final SmtpServer server;
  private final Session session;

  /**
   * A client.
   *
   * @throws IllegalArgumentException when the server's sender is no address
   */
  SmtpClient(SmtpServer server) {
    this.server = server;
    session = Session.getInstance(properties(server));
    try {
      new InternetAddress(server.from()).validate();
    } catch (AddressException e) {
      throw new IllegalArgumentException("no mail address: " + server.from(), e);
    }
  }

  Outcome send(Mail mail, String to, Instant now) {
    try {
      var message = new OwnId(session, mail.messageId());
      message.setFrom(new InternetAddress(server.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(now));
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setText(mail.text(), StandardCharsets.UTF_8.name());
      return send(message);
    } catch (MessagingException e) {
      return new Outcome.Refused(reason(e)); // the mail itself cannot be written
    }
  }

  private Outcome send(MimeMessage message) throws MessagingException {
    message.saveChanges();
    var transport = session.getTransport();
    try {
      if (server.user().isEmpty()) {
        transport.connect();
      } else {
        transport.connect(server.user(), server.password());
      }
      return hand(transport, message);
    } catch (MessagingException e) {
      return new Outcome.NoServer(reason(e));
    } finally {
      close(transport);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) { // what came of the mail is known already
      LOG.debug("no clean end of a connection: {}", e.getMessage());
    }
  }

  private static Outcome hand(Transport transport, MimeMessage message) throws MessagingException {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Outcome.Sent();
    } catch (SendFailedException e) {
      return isPermanent(e) ? new Outcome.Refused(reason(e)) : new Outcome.Deferred(reason(e));
    }
  }

  /** Whether a code of the 500s is among the causes: of the mail, or of its recipient. */
  private static boolean isPermanent(SendFailedException failure) {
    for (Exception cause = failure; cause != null; cause = next(cause)) {
      int code =
          switch (cause) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
          };
      if (code >= FIRST_PERMANENT_CODE) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException e ? e.getNextException() : null;
  }

  private static String reason(MessagingException failure) {
    var next = failure.getNextException();
    var last = next == null ? failure : next;
    return String.valueOf(last.getMessage()).strip();
  }

  private static Properties properties(SmtpServer server) {
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    put(properties, "host", server.host());
    put(properties, "port", Integer.toString(server.port()));
    put(properties, "auth", Boolean.toString(!server.user().isEmpty()));
    var millis = Long.toString(TIMEOUT.toMillis());
    put(properties, "connectiontimeout", millis);
    put(properties, "timeout", millis);
    put(properties, "writetimeout", millis);
    put(properties, "ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", server.trust().getSocketFactory());
    switch (server.security()) {
      case NONE -> put(properties, "starttls.enable", "false");
      case STARTTLS -> {
        put(properties, "starttls.enable", "true");
        put(properties, "starttls.required", "true");
      }
      case TLS -> put(properties, "ssl.enable", "true");
    }
    return properties;
  }

  private static void put(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }

  /** A message that keeps the id it was given, over all attempts. */
  private static final class OwnId extends MimeMessage {

    private final String id;

    OwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
