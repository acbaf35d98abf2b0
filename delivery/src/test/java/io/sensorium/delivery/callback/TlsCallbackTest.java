package io.sensorium.delivery.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.sensorium.core.network.AddressRange;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.delivery.callback.Answer.Answered;
import io.sensorium.delivery.network.AddressRules;
import io.sensorium.delivery.network.Certificate;
import io.sensorium.delivery.network.CheckedLookup;
import io.sensorium.delivery.network.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCallbackTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @TempDir Path directory;

  private final AtomicReference<String> host = new AtomicReference<>("");
  private final AtomicReference<String> askedName = new AtomicReference<>("");
  private Certificate certificate;
  private HttpsServer server;

  @BeforeEach
  void start() throws IOException {
    certificate = Certificate.make(directory, "dns:receiver.example");
    server = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.ofServer()));
    server.createContext("/", exchange -> answer((HttpsExchange) exchange));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpsExchange exchange) throws IOException {
    try (exchange) {
      var session = (ExtendedSSLSession) exchange.getSSLSession();
      askedName.set(String.valueOf(session.getRequestedServerNames()));
      host.set(exchange.getRequestHeaders().getFirst("Host"));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Test
  void theCheckedAddressIsConnectedToAndTheNameAskedFor() {
    var answer = post("receiver.example", Trust.withAuthorities(certificate.pem()));

    assertThat(answer).isEqualTo(new Answered(204, null));
    assertThat(host).hasValue("receiver.example:" + server.getAddress().getPort());
    assertThat(askedName.get()).contains("receiver.example");
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() {
    var answer = post("other.example", Trust.withAuthorities(certificate.pem()));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.None.class, none -> assertThat(none.reason()).startsWith("TLS failed"));
    assertThat(host).hasValue("");
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    assertThat(post("receiver.example", Trust.ofSystem()))
        .isInstanceOfSatisfying(
            Answer.None.class, none -> assertThat(none.reason()).startsWith("TLS failed"));
    assertThat(host).hasValue("");
  }

  @Test
  void aFileWithoutCertificateIsNamed() throws IOException {
    var file = Files.writeString(directory.resolve("empty.pem"), "");

    assertThatThrownBy(() -> Trust.withAuthorities(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty.pem");
  }

  private Answer post(String name, SSLContext trust) {
    var rules = new AddressRules(List.of(AddressRange.parse("127.0.0.1")));
    var lookup = new CheckedLookup(_ -> List.of(LOOPBACK), rules);
    try (var client = new CallbackClient(lookup, trust, "test", Duration.ofSeconds(60))) {
      int port = server.getAddress().getPort();
      return client.post(new CallbackUrl("https://" + name + ":" + port + "/"), Map.of(), "{}");
    }
  }
}
