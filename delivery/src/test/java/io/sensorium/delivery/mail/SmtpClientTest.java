package io.sensorium.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.delivery.mail.SmtpClient.Outcome;
import io.sensorium.delivery.mail.SmtpServer.Security;
import io.sensorium.delivery.network.Certificate;
import io.sensorium.delivery.network.Trust;
import io.sensorium.store.outbox.Mails.Mail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpClientTest {

  private static final Mail MAIL =
      new Mail("<1@house.example>", new SensorUserId(1), "subject", "text\n");

  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @Test
  void theServerIsLoggedInTo() {
    smtp.setUser("anna@house.example", "sensorium", "secret");
    smtp.start();
    int port = smtp.getSmtp().getPort();

    assertThat(send(port, Security.NONE, "sensorium", "secret")).isEqualTo(new Outcome.Sent());
    assertThat(send(port, Security.NONE, "sensorium", "wrong"))
        .isInstanceOf(Outcome.NoServer.class);
    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void withoutTlsNothingIsSentToAServerThatMustHaveIt() {
    smtp.start(); // it does not offer STARTTLS
    int port = smtp.getSmtp().getPort();

    assertThat(send(port, Security.STARTTLS, "", "")).isInstanceOf(Outcome.NoServer.class);
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void overTlsTheServerIsCheckedByItsName(@TempDir Path directory) {
    var certificate = Certificate.make(directory, "ip:127.0.0.1");
    System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
    System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
    var secure = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    secure.start();
    try {
      int port = secure.getSmtps().getPort();
      assertThat(sendOverTls(port, Trust.withAuthorities(certificate.pem())))
          .isEqualTo(new Outcome.Sent());
      assertThat(sendOverTls(port, Trust.ofSystem())).isInstanceOf(Outcome.NoServer.class);
      assertThat(secure.getReceivedMessages()).hasSize(1);
    } finally {
      secure.stop();
    }
  }

  private static Outcome sendOverTls(int port, SSLContext trust) {
    var server =
        new SmtpServer("127.0.0.1", port, Security.TLS, "", "", "alarms@house.example", trust);
    return new SmtpClient(server).send(MAIL, "anna@house.example", Readers.NOON);
  }

  @Test
  void nobodyThereIsNoServer() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = closed.getLocalPort();
    }

    assertThat(send(port, Security.NONE, "", "")).isInstanceOf(Outcome.NoServer.class);
  }

  @Test
  void aRecipientThatIsUnknownIsRefusedForGood() throws IOException {
    assertThat(sendTo(Map.of("RCPT", "550 5.1.1 no such user")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, o -> assertThat(o.reason()).contains("no such user"));
  }

  @Test
  void aRecipientThatIsGreyListedIsTriedLater() throws IOException {
    assertThat(sendTo(Map.of("RCPT", "450 4.2.0 greylisted"))).isInstanceOf(Outcome.Deferred.class);
  }

  @Test
  void contentThatIsRefusedIsRefusedForGood() throws IOException {
    assertThat(sendTo(Map.of(".", "554 5.7.1 looks like spam")))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aMailThatWasTakenIsSentHoweverTheConnectionEnds() throws IOException {
    assertThat(sendTo(Map.of("QUIT", "421 4.3.2 shutting down"))).isEqualTo(new Outcome.Sent());
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThat(client(25, Security.NONE, "", "").send(MAIL, "no address", Readers.NOON))
        .isInstanceOf(Outcome.Refused.class);
    assertThatThrownBy(() -> new SmtpClient(server(25, Security.NONE, "", "", "no address")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePasswordDoesNotShow() {
    assertThat(server(25, Security.TLS, "user", "secret", "a@b.example").toString())
        .doesNotContain("secret");
  }

  private static Outcome send(int port, Security security, String user, String password) {
    return client(port, security, user, password).send(MAIL, "anna@house.example", Readers.NOON);
  }

  private static SmtpClient client(int port, Security security, String user, String password) {
    return new SmtpClient(server(port, security, user, password, "alarms@house.example"));
  }

  private static SmtpServer server(
      int port, Security security, String user, String password, String from) {
    return new SmtpServer("127.0.0.1", port, security, user, password, from, Trust.ofSystem());
  }

  /** Sends to a server that takes everything but what it is given answers for. */
  private static Outcome sendTo(Map<String, String> answers) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> serve(server, answers));
      return send(server.getLocalPort(), Security.NONE, "", "");
    }
  }

  private static void serve(ServerSocket server, Map<String, String> answers) {
    try (var connection = server.accept()) {
      var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
      var out = connection.getOutputStream();
      out.write("220 test\r\n".getBytes(US_ASCII));
      boolean inData = false;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (inData && !line.equals(".")) {
          continue;
        }
        var word = line.split("[ :]", 2)[0];
        inData = word.equals("DATA");
        var answer = answers.getOrDefault(word, inData ? "354 go on" : "250 ok");
        out.write((answer + "\r\n").getBytes(US_ASCII));
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // the test is over
    }
  }
}
