package io.sensorium.server;

import io.sensorium.api.sensors.PasswordMails;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.notification.Notification;
import io.sensorium.delivery.Outbox;
import io.sensorium.delivery.callback.CallbackClient;
import io.sensorium.delivery.callback.CallbackPool;
import io.sensorium.delivery.mail.AlarmStories;
import io.sensorium.delivery.mail.Mailing;
import io.sensorium.delivery.mail.PasswordMailer;
import io.sensorium.delivery.mail.SmtpServer;
import io.sensorium.delivery.network.AddressRange;
import io.sensorium.delivery.network.AddressRules;
import io.sensorium.delivery.network.CheckedLookup;
import io.sensorium.delivery.network.Trust;
import io.sensorium.delivery.telling.Teller;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigException;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

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
    this.outbox =
        new Outbox(
            newTeller(callbacks, data, config.sensors().dateStyle()::format),
            newPool(config.callbacks(), callbacks),
            smtp.map(server -> newMailing(server, config.mail().perHour())),
            new Outbox.Stores(
                store.outbox().notifications(),
                store.outbox().deliveryQueue(),
                store.outbox().mails()),
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

  private Teller newTeller(
      Callbacks callbacks, Function<Notification, String> data, Function<Instant, String> dates) {
    var stories = new AlarmStories(store.sensorUsers(), store.devices(), store.alarms());
    return new Teller(store.outbox().notifications(), callbacks, data, dates, stories, ids, clock);
  }

  private CallbackPool newPool(Config.Callbacks config, Callbacks callbacks) {
    var ranges =
        ConfigFiles.checked(
            "callbacks.allowedAddresses",
            () -> config.allowedAddresses().stream().map(AddressRange::parse).toList());
    var trust = ConfigFiles.checked("callbacks.authorities", () -> trust(config.authorities()));
    var lookup = new CheckedLookup(CheckedLookup.Names.OF_SYSTEM, new AddressRules(ranges));
    return new CallbackPool(
        store.outbox().deliveryQueue(),
        callbacks,
        new CallbackClient(lookup, trust, "Sensorium/" + Version.current(), CallbackClient.TIMEOUT),
        config.slots(),
        config.disableAfter(),
        clock);
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
            trust(mail.authorities())));
  }

  private static SSLContext trust(String authorities) {
    return authorities.isEmpty() ? Trust.ofSystem() : Trust.withAuthorities(Path.of(authorities));
  }

  @Override
  public void close() {
    passwordMailer.ifPresent(PasswordMailer::close);
    outbox.close();
  }
}
