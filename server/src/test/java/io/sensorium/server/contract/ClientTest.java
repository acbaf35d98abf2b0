package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.client.DeviceCalls;
import io.sensorium.client.Fix;
import io.sensorium.client.HttpTransport;
import io.sensorium.client.MobilityCalls;
import io.sensorium.client.NewCorrection;
import io.sensorium.client.NewWebhook;
import io.sensorium.client.RefusedException;
import io.sensorium.client.Signals;
import io.sensorium.client.WebhookChange;
import io.sensorium.server.SensoriumServer;
import io.sensorium.server.TestClient;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The typed client against a running server, as its manual. */
class ClientTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path directory;
  private static SensoriumServer server;
  private static TestClient client;

  @BeforeAll
  static void start() {
    server =
        SensoriumServer.start(
            ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
    client = new TestClient(URI.create(server.urls().getFirst()), directory);
  }

  @AfterAll
  static void stop() {
    server.close();
    HTTP.close();
  }

  private static HttpTransport as(String token) {
    return HttpTransport.to(HTTP, URI.create(server.urls().getFirst())).with(token);
  }

  @Test
  void aPhoneUploadsReadsAndCorrectsItsDay() throws Exception {
    var phone = client.newPhone();
    var device = new DeviceCalls(as(phone.token()));
    var mobility = new MobilityCalls(as(phone.token()));

    var receipt = device.uploadSignals(new Signals("b1", null, morning(), null, null, null, null));
    assertThat(receipt.accepted()).isEqualTo(300);
    assertThat(receipt.rejected()).isEmpty();
    client.awaitFolded();

    var events = mobility.listEvents(phone.userId(), "2026-03-02", "2026-03-02");
    var stay = events.getLast();
    assertThat(stay.type()).isEqualTo("Stationary");
    assertThat(stay.location()).isNotNull();
    assertThat(mobility.showEventByStart(phone.userId(), stay.start())).containsExactly(stay);
    assertThat(mobility.showLocation(phone.userId()).latitude()).isEqualTo(51.0543);

    device.giveCorrection(new NewCorrection(stay.eventId(), null, "Home", null));
    assertThat(device.listCorrections())
        .singleElement()
        .satisfies(correction -> assertThat(correction.place()).isEqualTo("Home"));
  }

  private static List<Fix> morning() {
    return IntStream.range(0, 300).mapToObj(ClientTest::fix).toList();
  }

  private static Fix fix(int i) {
    var time = new JsonMapper().valueToTree(Walk.START.plusSeconds(20L * i).toString());
    return new Fix(time, 51.0543, 3.7174, 8.0, null, null, null, null, null);
  }

  @Test
  void theOperatorManagesWebhooks() {
    var app = client.newApp();
    var admin = client.admin();

    var made =
        admin.createWebhook(
            app.id(), new NewWebhook("https://receiver.example/", List.of("transport")));
    admin.changeWebhook(app.id(), made.id(), new WebhookChange(null, null, false));

    assertThat(made.secret()).startsWith("whsec_");
    assertThat(admin.listWebhooks(app.id()))
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.state()).isEqualTo("disabled");
              assertThat(webhook.types()).containsExactly("transport");
              assertThat(webhook.secret()).isNull();
            });
    assertThat(admin.listDeliveries(app.id(), made.id(), null)).isEmpty();
    admin.deleteWebhook(app.id(), made.id());
    assertThat(admin.listWebhooks(app.id())).isEmpty();
  }

  @Test
  void aRefusalNamesStatusAndCode() {
    var mobility = new MobilityCalls(as(client.newPhone().token()));
    var other = client.newPhone();

    assertThatThrownBy(() -> mobility.showProfile(other.userId()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.status()).isEqualTo(403);
              assertThat(e.errorCode()).isEqualTo("FORBIDDEN");
            });
    assertThatThrownBy(() -> mobility.listEvents(other.userId(), "yesterday", "today"))
        .isInstanceOf(RefusedException.class);
  }
}
