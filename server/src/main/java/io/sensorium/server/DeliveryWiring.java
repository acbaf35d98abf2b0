package io.sensorium.server;

import io.sensorium.api.sensors.PasswordMails;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.notification.Notification;
import io.sensorium.delivery.Outbox;
import io.sensorium.delivery.mail.AlarmStories;
import io.sensorium.delivery.mail.Mailing;
import io.sensorium.delivery.mail.PasswordMailer;
import io.sensorium.delivery.mail.SmtpServer;
import io.sensorium.delivery.telling.SensorMessages;
import io.sensorium.delivery.telling.Teller;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigException;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.sql.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts together what goes out: callbacks and mails. */
final class DeliveryWiring implements AutoCloseable {

  private final Store store;
  private final IdSource ids;
  private final Clock clock;
  private final Optional<PasswordMailer> passwordMailer;
  private final Outbox outbox;

  /**
   * @param data what a notification is about, as JSON
   * @throws ConfigException when a setting does not hold
   */
  DeliveryWiring(
      Config config,
      Store store,
      Callbacks callbacks,
      Function<Notification, String> data,
      IdSource ids,
      Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    var smtp = ConfigFiles.checked("mail", () -> smtpServer(config.mail()));
    this.passwordMailer =
        ConfigFiles.checked(
            "mail.from", () -> smtp.map(server -> new PasswordMailer(server, ids, clock)));
    var tables = store.outbox();
    this.outbox =
        new Outbox(
            new Teller<>(
                tables.notifications(),
                newMessages(callbacks, data, config.sensors().dateStyle()::format),
                clock),
            CallbackPools.newPool(config.callbacks(), tables.deliveryQueue(), callbacks, clock),
            smtp.map(server -> newMailing(server, config.mail().perHour())),
            List.of(
                tables.notifications()::prune,
                tables.deliveryQueue()::prune,
                tables.mails()::prune),
            clock);
  }

  void start() {
    outbox.start();
  }

  /** Something is to be told. */
  void wake() {
    outbox.wake();
  }

  /** Empty where no mail server is configured. */
  Optional<PasswordMails> passwordMails() {
    return passwordMailer.map(mailer -> mailer::send);
  }

  private SensorMessages newMessages(
      Callbacks callbacks, Function<Notification, String> data, Function<Instant, String> dates) {
    var stories = new AlarmStories(store.sensorUsers(), store.devices(), store.alarms());
    return new SensorMessages(callbacks, data, dates, stories, ids);
  }

  private Mailing newMailing(SmtpServer server, int mailsPerHour) {
    return new Mailing(
        store.outbox().mails(), store.sensorUsers(), server, mailsPerHour, ids, clock);
  }

  private static Optional<SmtpServer> smtpServer(Config.Mail mail) {
    if (mail.host().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SmtpServer(
            mail.host(),
            mail.port(),
            mail.security(),
            mail.user(),
            ConfigFiles.password(mail.passwordFile()),
            mail.from(),
            CallbackPools.trust(mail.authorities())));
  }

  @Override
  public void close() {
    passwordMailer.ifPresent(PasswordMailer::close);
    outbox.close();
  }
}
