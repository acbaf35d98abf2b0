package io.sensorium.server;

import static io.sensorium.server.TestClient.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a real server, as talkative as it can be, after calls with secrets in all places. */
class SecretsInLogTest {

  private static final String TLS_PASSWORD = "planted-tls-password";
  private static final String MAIL_PASSWORD = "planted-mail-password";
  private static final String PASSWORD = "planted-user-password";
  private static final String WRONG_PASSWORD = "planted-wrong-password";
  private static final String HOOK_PATH = "planted-path-of-a-webhook-0123456789abcdef";
  private static final Pattern REF = Pattern.compile("\"ref\":\"([0-9a-f-]{36})\"");

  @TempDir private Path directory;
  private final List<String> secrets = new ArrayList<>();

  @Test
  void noSecretIsInTheLogAndEveryRefIs() throws Exception {
    var log = directory.resolve("log");
    var refs = new ArrayList<String>();
    try (var server = serve(log)) {
      useEverything(server.url());
      for (var secret : List.copyOf(secrets)) {
        refs.addAll(misuse(server.url(), secret));
      }
      server.stop();
    }

    var written = Files.readString(log).replace("\\/", "/"); // as JSON may have it
    assertThat(written).contains("\"level\":\"DEBUG\"", "/v2/users/me");
    assertThat(secrets).hasSizeGreaterThan(10).noneMatch(written::contains);
    assertThat(refs).hasSizeGreaterThan(100).allMatch(ref -> written.contains("ref " + ref));
  }

  private ServerProcess serve(Path log) throws Exception {
    var store = directory.resolve("server.p12");
    var config = directory.resolve("config");
    makeKey(store);
    Files.writeString(
        config,
        """
        tls.certificate: %s
        tls.passwordFile: %s
        mail.host: 127.0.0.1
        mail.port: 9
        mail.user: sensorium
        mail.passwordFile: %s
        sensors.plainHttp: true
        log.level: debug
        limits.failedLoginsPerMinute: 100000
        """
            .formatted(
                store,
                Files.writeString(directory.resolve("tls-password"), TLS_PASSWORD),
                Files.writeString(directory.resolve("mail-password"), MAIL_PASSWORD)));
    secrets.addAll(List.of(TLS_PASSWORD, MAIL_PASSWORD, PASSWORD, WRONG_PASSWORD, HOOK_PATH));
    return ServerProcess.serve(
        log,
        List.of(
            "--data",
            directory.resolve("data").toString(),
            "--config",
            config.toString(),
            "--port",
            "0",
            "--tls-port",
            "0"));
  }

  private static void makeKey(Path store) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var line =
        List.of(
            keytool,
            "-genkeypair",
            "-keystore",
            store.toString(),
            "-storepass",
            TLS_PASSWORD,
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost");
    var made = new ProcessBuilder(line).redirectErrorStream(true).start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
  }

  /** Calls as they should be, which hand out secrets or take them. */
  private void useEverything(URI url) throws Exception {
    var client = new TestClient(url, directory.resolve("data"));
    var app = client.newApp();
    var phone = client.newPhone(app);
    var key = client.newApiKey(app, "\"user.read\",\"user.link\"");
    var hook =
        json(
            client.post(
                "/admin/v1/applications/" + app.id() + "/webhooks",
                client.adminToken(),
                "{\"url\":\"https://receiver.invalid/" + HOOK_PATH + "\",\"types\":[\"moment\"]}"));
    secrets.add(client.adminToken());
    secrets.addAll(List.of(app.secret(), phone.token(), phone.refreshSecret(), key));
    secrets.add(hook.path("secret").asString());
    secrets.add(client.newGateway("10000000"));
    var tested =
        client.post(
            "/admin/v1/applications/" + app.id() + "/webhooks/" + hook.path("id") + "/test",
            client.adminToken(),
            "");
    assertThat(tested.statusCode()).isEqualTo(200);
    json(client.get("/v2/users/me", phone.token()));
    json(
        client.post(
            "/admin/v1/sensor-users",
            client.adminToken(),
            "{\"email\":\"anna@example.org\",\"password\":\"%s\",\"fname\":\"a\",\"lname\":\"b\"}"
                .formatted(PASSWORD)));
    assertThat(ask(url, "GET /v1/users", "Authorization: " + basic(PASSWORD), ""))
        .contains(" 200 ");
    assertThat(ask(url, "GET /v1/users", "Authorization: " + basic(WRONG_PASSWORD), ""))
        .contains(" 401 ");
    var form = "Content-Type: application/x-www-form-urlencoded";
    assertThat(ask(url, "POST /v1/users/password_reset", form, "email=anna@example.org"))
        .contains(" 200 ");
    for (var secret : List.copyOf(secrets)) {
      secrets.add(secret.substring(secret.indexOf('.') + 1)); // without the id, which is no secret
      secrets.add(URLEncoder.encode(secret, UTF_8));
    }
    secrets.add(basic(PASSWORD).substring("Basic ".length()));
  }

  private static String basic(String password) {
    var pair = ("anna@example.org:" + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Shows a secret where none belongs; the refs of the errors that answer it. */
  private static List<String> misuse(URI url, String secret) throws IOException {
    var query = URLEncoder.encode(secret, UTF_8);
    var inPath = query.length() > 40 ? query : "x"; // what is shorter is shown as an id is
    var json = "Content-Type: application/json";
    var answers =
        List.of(
            ask(url, "GET /v2/users/me?access_token=" + query, "X-Api-Key: " + secret, ""),
            ask(url, "GET /v2/users/me?" + query, "Cookie: session=" + secret, ""),
            ask(url, "GET /v2/users/" + inPath, "Authorization: " + secret, ""),
            ask(url, "GET /" + inPath + "/x", "Authorization: Bearer " + secret + "x", ""),
            ask(url, "GET /a%zz" + query, "Authorization: Bearer " + secret, ""),
            ask(url, "GET /a", "Authorization: Bearer " + secret + "\u0000", ""),
            ask(url, "GET /a", "Authorization: Bearer " + secret + "x".repeat(9_000), ""),
            ask(url, "GET /a", secret, ""),
            ask(url, secret + " /a", "X: y", ""),
            ask(url, "POST /device/v1/token", json, "{\"refresh_secret\":\"" + secret),
            ask(url, "POST /device/v1/token", json, "{\"refresh_secret\":" + secret + "}"),
            ask(
                url,
                "POST /device/v1/installs",
                json,
                "{\"app_id\":\"x\",\"app_secret\":\"" + secret + "\"}"),
            ask(url, "POST /v1/users/password_reset/confirm?token=" + query, json, "{}"),
            ask(url, "POST /v1/users?password=" + query, json, "{" + secret),
            ask(url, "GET /query?q=CREATE+USER+x+WITH+PASSWORD+" + query, "X: y", ""),
            ask(url, "POST /write?u=x&p=" + query, "Content-Type: text/plain", secret),
            ask(
                url,
                "POST /gateway/v1/measurements",
                "Authorization: Bearer " + secret + "x",
                secret),
            ask(url, "POST /device/owntracks", "Authorization: Basic " + query, secret));
    var refs = new ArrayList<String>();
    for (var answer : answers) {
      var ref = REF.matcher(answer);
      while (ref.find()) {
        refs.add(ref.group(1));
      }
    }
    return refs;
  }

  /** The whole answer to one request, which need not be HTTP. */
  private static String ask(URI url, String methodAndTarget, String header, String body)
      throws IOException {
    var request =
        "%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(methodAndTarget, header, body.length(), body);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
