package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.common.HttpConfig.Listener;
import io.sensorium.api.common.HttpConfig.TlsListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

  @TempDir private Path folder;
  private Path chain;
  private Path key;
  private TestServer server;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    chain = folder.resolve("chain.pem");
    key = folder.resolve("key.pem");
    SelfSignedCertificate.write(chain, key, List.of("localhost", "127.0.0.1"), Instant.now());
    server =
        TestServer.of(
            HttpConfig.onLoopback(0)
                .withTls(
                    new TlsListener(new Listener("127.0.0.1", 0), new KeyFiles.Pem(chain, key))),
            routes ->
                routes
                    .get("/secure", request -> Response.json(json -> json.value(request.secure())))
                    .post("/refuse", request -> Response.json(413, json -> json.value("no"))));
    client = HttpClient.newBuilder().sslContext(trusting(chain)).build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  static SSLContext trusting(Path chain) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(chain)) {
      store.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpRequest.Builder to(String host, String path) {
    var port = server.http.tlsPort().orElseThrow();
    return HttpRequest.newBuilder(URI.create("https://" + host + ":" + port + path));
  }

  @Test
  void theFirstStartsCertificateServesHttp2() {
    var byName = TestServer.send(client, to("localhost", "/secure"), BodyHandlers.ofString());
    var byAddress = TestServer.send(client, to("127.0.0.1", "/secure"), BodyHandlers.ofString());

    assertThat(byName.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(byName.body()).isEqualTo("true");
    assertThat(byAddress.statusCode()).isEqualTo(200);
  }

  @Test
  void http1GoesOverTlsToo() {
    var old = to("localhost", "/secure").version(HttpClient.Version.HTTP_1_1);

    var answer = TestServer.send(client, old, BodyHandlers.ofString());

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(answer.body()).isEqualTo("true");
  }

  @Test
  void whoAsksForAnUpgradeToHttp2IsAnsweredOverHttp1() {
    var upgrade = server.to("/secure").version(HttpClient.Version.HTTP_2);

    var answer = server.send(upgrade);

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(answer.body()).isEqualTo("false");
  }

  @Test
  void aRefusedUploadOverHttp2IsStillAnswered() {
    var upload = to("localhost", "/refuse").POST(BodyPublishers.ofByteArray(new byte[1 << 20]));

    var answer = TestServer.send(client, upload, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void theKeyIsForItsOwnerAlone() throws IOException {
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    assertThatThrownBy(() -> SelfSignedCertificate.write(chain, key, List.of(), Instant.now()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aNewCertificateIsTakenWithoutAStop() throws Exception {
    try (var open = new KeptConnection(trusting(chain).getSocketFactory(), tlsPort())) {
      var old = open.certificate();
      writeAnotherCertificate();

      server.http.lookAtCertificate(LATER);

      assertThat(open.get("/secure")).isEqualTo("true");
      assertThat(open.certificate()).isEqualTo(old);
      try (var fresh = new KeptConnection(trusting(chain).getSocketFactory(), tlsPort())) {
        assertThat(fresh.get("/secure")).isEqualTo("true");
        assertThat(fresh.certificate()).isNotEqualTo(old);
      }
    }
    assertThat(server.http.certificate().orElseThrow())
        .satisfies(
            status -> {
              assertThat(status.loadedAt()).isEqualTo(LATER);
              assertThat(status.subject()).isEqualTo("CN=Sensorium");
              assertThat(status.expiresAt()).isAfter(LATER);
              assertThat(status.problem()).isNull();
            });
  }

  @Test
  void filesThatDidNotChangeAreNotReadAnew() {
    var before = server.http.certificate();

    server.http.lookAtCertificate(LATER);

    assertThat(server.http.certificate()).isEqualTo(before);
  }

  @Test
  void aBrokenNewCertificateIsToldOfAndTheOldOneStays() throws Exception {
    var trust = trusting(chain);
    var good = Files.readString(chain);
    try (var log = new LogLines()) {
      Files.writeString(chain, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
      server.http.lookAtCertificate(LATER);
      server.http.lookAtCertificate(LATER);

      assertThat(log.list()).filteredOn(line -> line.contains("is not taken")).hasSize(1);
    }
    try (var fresh = new KeptConnection(trust.getSocketFactory(), tlsPort())) {
      assertThat(fresh.get("/secure")).isEqualTo("true");
    }
    assertThat(server.http.certificate().orElseThrow().problem()).contains("chain.pem");

    Files.writeString(chain, good);
    server.http.lookAtCertificate(LATER);
    assertThat(server.http.certificate().orElseThrow().problem()).isNull();
  }

  @Test
  void aCertificateWithoutItsOwnKeyIsNotTakenBeforeTheKeyIsThere() throws Exception {
    var oldKey = Files.readString(key);
    writeAnotherCertificate();
    var newKey = Files.readString(key);
    Files.writeString(key, oldKey);

    server.http.lookAtCertificate(LATER);
    assertThat(server.http.certificate().orElseThrow().problem())
        .isEqualTo("the private key is not that of the certificate");

    Files.writeString(key, newKey);
    server.http.lookAtCertificate(LATER);
    assertThat(server.http.certificate().orElseThrow().problem()).isNull();
  }

  @Test
  void aFileThatIsMissingForAMomentKeepsTheOldOne() throws Exception {
    Files.delete(key);

    server.http.lookAtCertificate(LATER);

    assertThat(server.http.certificate().orElseThrow().problem()).contains("key.pem");
  }

  @Test
  void aPkcs12FileServesTooAndItsPasswordIsNotTold() throws Exception {
    var store = folder.resolve("server.p12");
    var password = Files.writeString(folder.resolve("password"), "planted-secret\n");
    writePkcs12(store, "planted-secret");
    var files = new KeyFiles.Pkcs12(store, password);

    assertThat(ServerKey.read(files).certificate().getSubjectX500Principal().getName())
        .isEqualTo("CN=Sensorium");

    Files.writeString(password, "planted-but-wrong");
    assertThatThrownBy(() -> ServerKey.read(files))
        .hasMessageContaining("server.p12")
        .hasMessageNotContaining("planted");
  }

  private void writeAnotherCertificate() throws IOException {
    Files.delete(chain);
    Files.delete(key);
    SelfSignedCertificate.write(chain, key, List.of("localhost"), Instant.now());
  }

  private void writePkcs12(Path target, String password) throws Exception {
    var pem = ServerKey.read(new KeyFiles.Pem(chain, key)).store();
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server",
        pem.getKey("server", new char[0]),
        password.toCharArray(),
        pem.getCertificateChain("server"));
    try (var out = Files.newOutputStream(target)) {
      store.store(out, password.toCharArray());
    }
  }

  private int tlsPort() {
    return server.http.tlsPort().orElseThrow();
  }

  @Test
  void aKeyOfAnotherFormIsNamed() throws IOException {
    Files.writeString(key, "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");

    assertThatThrownBy(() -> ServerKey.read(new KeyFiles.Pem(chain, key)))
        .hasMessageContaining("openssl pkcs8");
  }
}
