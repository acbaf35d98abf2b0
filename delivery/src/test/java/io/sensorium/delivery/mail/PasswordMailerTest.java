package io.sensorium.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.delivery.mail.SmtpServer.Security;
import io.sensorium.delivery.network.Trust;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PasswordMailerTest {

  private static final long TIMEOUT_MILLIS = 30_000;

  @Test
  void theTokenComesByMailWithTheTimeUntilWhichItHolds() throws Exception {
    var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    smtp.start();
    var reader = Readers.anna(TemperatureUnit.CELSIUS);
    try (var mailer = mailer(smtp.getSmtp().getPort())) {
      mailer.send(reader, "token-of-anna", Readers.NOON.plusSeconds(3_600));

      assertThat(smtp.waitForIncomingEmail(TIMEOUT_MILLIS, 1)).isTrue();
      var mail = Objects.requireNonNull(smtp.getReceivedMessages()[0]);
      assertThat(mail.getAllRecipients()[0]).hasToString(reader.email());
      assertThat(GreenMailUtil.getBody(mail)).contains("token-of-anna").contains("T13:00:00Z");
    } finally {
      smtp.stop();
    }
  }

  private static PasswordMailer mailer(int port) {
    var server =
        new SmtpServer(
            "127.0.0.1",
            port,
            Security.NONE,
            "",
            "",
            "Sensorium <alarms@house.example>",
            Trust.ofSystem());
    return new PasswordMailer(server, IdSource.secure(), Clock.fixed(Readers.NOON, ZoneOffset.UTC));
  }
}
