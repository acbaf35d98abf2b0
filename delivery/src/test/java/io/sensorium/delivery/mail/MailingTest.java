package io.sensorium.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.delivery.SettableClock;
import io.sensorium.delivery.mail.SmtpServer.Security;
import io.sensorium.delivery.network.Trust;
import io.sensorium.store.outbox.NotificationQueue.NewNote;
import io.sensorium.store.outbox.NotificationQueue.Told;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sql.Store;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailingTest {

  private static final int PER_HOUR = 3;

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock(Readers.NOON);
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Store store;
  private SensorUser anna;
  private Mailing mailing;
  private int notes;

  @BeforeEach
  void open() {
    smtp.start();
    store = Store.openSqlite(directory);
    var users = store.sensorUsers();
    var made =
        users
            .create(
                new NewUser(
                    null, "anna@house.example", "hash", "Anna", "Maes", Set.of(), Readers.NOON))
            .orElseThrow();
    anna = Readers.withChannel(made, NotificationChannel.EMAIL);
    users.update(anna);
    mailing = newMailing();
  }

  @AfterEach
  void close() {
    store.close();
    smtp.stop();
  }

  private Mailing newMailing() {
    int port = smtp.getSmtp().getPort();
    var server =
        new SmtpServer(
            "127.0.0.1",
            port,
            Security.NONE,
            "",
            "",
            "Sensorium <alarms@house.example>",
            Trust.ofSystem());
    var ids = new IdSource(new Random(1));
    return new Mailing(store.outbox().mails(), store.sensorUsers(), server, PER_HOUR, ids, clock);
  }

  @Test
  void aNoteArrivesAsAMail() throws MessagingException {
    note("Alarm: Temperature of Freezer is above -15 °C", "Temperature über -15 °C.\n");

    mailing.run();

    var mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo("Alarm: Temperature of Freezer is above -15 °C");
    assertThat(mail.getFrom()[0]).hasToString("Sensorium <alarms@house.example>");
    assertThat(mail.getAllRecipients()[0]).hasToString("anna@house.example");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).matches("<[0-9a-f]{32}@house\\.example>");
    assertThat(mail.getSentDate()).isEqualTo(clock.instant());
    assertThat(text(mail)).startsWith("Temperature über -15 °C.");
    mailing.run();
    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aStormIsToldInOneMail() throws MessagingException {
    for (int i = 0; i < 50; i++) {
      note("Alarm " + i, "text");
    }

    mailing.run();

    assertThat(onlyMail().getSubject()).isEqualTo("50 messages about alarms");
    assertThat(text(onlyMail())).contains("Alarm 0").contains("Alarm 49");
  }

  @Test
  void nobodyGetsMoreThanTheLimitInAnHourAndTheRestComesTogetherLater() throws MessagingException {
    for (int i = 0; i < 10; i++) {
      note("Alarm " + i, "text");
      mailing.run();
      clock.advance(Duration.ofMinutes(5));
    }
    assertThat(smtp.getReceivedMessages()).hasSize(PER_HOUR);

    clock.advance(Duration.ofMinutes(11)); // the first mail is more than an hour ago
    mailing.run();

    var mails = smtp.getReceivedMessages();
    assertThat(mails).hasSize(PER_HOUR + 1);
    assertThat(mails[PER_HOUR].getSubject()).isEqualTo("7 messages about alarms");
  }

  @Test
  void aServerThatIsAwayGetsTheMailWithTheSameIdWhenItIsBack() throws MessagingException {
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    note("Alarm", "text");
    mailing.run();
    var id = store.outbox().mails().findDue(clock.instant().plus(Duration.ofDays(1)));
    assertThat(id).isPresent();

    var back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    back.start();
    try {
      mailing.run();
      assertThat(back.getReceivedMessages()).isEmpty(); // its time has not come

      clock.advance(Duration.ofSeconds(7));
      mailing.run();
      assertThat(back.getReceivedMessages()).hasSize(1);
      assertThat(back.getReceivedMessages()[0].getMessageID())
          .isEqualTo(id.get().mail().messageId());
    } finally {
      back.stop();
    }
  }

  @Test
  void whoWantsNoMailAnyMoreGetsNone() {
    note("Alarm", "text");
    store.sensorUsers().update(Readers.withChannel(anna, NotificationChannel.NONE));

    mailing.run();

    assertThat(smtp.getReceivedMessages()).isEmpty();
    assertThat(store.outbox().mails().listOwnersWithNotes()).isEmpty();
  }

  @Test
  void mailsOutliveARestart() throws MessagingException {
    note("Alarm", "text");
    store.close();
    store = Store.openSqlite(directory);
    mailing = newMailing();

    mailing.run();

    assertThat(onlyMail().getSubject()).isEqualTo("Alarm");
  }

  private MimeMessage onlyMail() {
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    return smtp.getReceivedMessages()[0];
  }

  private static String text(MimeMessage mail) {
    try {
      return String.valueOf(mail.getContent());
    } catch (Exception e) {
      throw new AssertionError(GreenMailUtil.getWholeMessage(mail), e);
    }
  }

  private void note(String subject, String text) {
    var about = new Notification.Subject.OfAlarm(new AlarmId(7), new SourceId(70), 700, 21.5);
    var notification =
        new Notification(
            "note-" + notes++,
            anna.id(),
            NotificationType.ALARM_TRIGGERED,
            clock.instant(),
            false,
            about);
    var notifications = store.outbox().notifications();
    notifications.add(List.of(notification));
    notifications.tell(
        notifications.listPending(1),
        new Told(List.of(), Optional.of(new NewNote(subject, text))),
        clock.instant());
  }
}
