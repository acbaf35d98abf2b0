package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published sensor API: callbacks, and what is sent to them. */
class SensorCallbacksContractTest {

  @TempDir private static Path directory;
  private static SensorSite site;
  private static Receiver receiver;
  private static int people;
  private Person anna = new Person(0, "", site.secure());
  private GatewayClient gateway = new GatewayClient(0, "", "", site.plain());

  @BeforeAll
  static void start() {
    receiver = new Receiver();
    site = SensorSite.start(directory, Map.of("callbacks.allowedAddresses", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() {
    site.close();
    receiver.close();
  }

  @BeforeEach
  void somebodyWithAGateway() {
    anna = site.newPerson("anna" + ++people);
    gateway = site.newGateway("1000000" + people, anna);
  }

  /** At a path of its own. */
  private long newCallback(String path, int type) {
    return register(path, type).path("id").asLong();
  }

  private JsonNode register(String path, int type) {
    return anna.post("/v1/callbacks", "url=" + receiver.url(path) + "&type=" + type).ok("callback");
  }

  /** Something to tell of: a workflow that ends. */
  private void finishWorkflow() {
    var commands = "/v1/gateways/" + gateway.id() + "/commands";
    long id = anna.post(commands, "command=reboot").ok("workflow").path("id").asLong();
    gateway.commands();
    gateway.report(id, "{\"state\":\"succeeded\"}").ok();
  }

  @Test
  void theListIsEmptyAtFirstAndThenThatOfTheUser() {
    assertThat(anna.get("/v1/callbacks").ok("callbacks").isArray()).isTrue();
    assertThat(anna.get("/v1/callbacks").ok("callbacks")).isEmpty();
    long id = newCallback("/own", 7);
    var berta = site.newPerson("berta" + people);

    var listed = anna.get("/v1/callbacks?alarms=1&x=y").ok("callbacks");

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("id").asLong()).isEqualTo(id);
    assertThat(listed.get(0).propertyNames())
        .startsWith("id", "url", "type", "created_date", "state")
        .doesNotContain("secret");
    assertThat(berta.get("/v1/callbacks").ok("callbacks")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'type=1', url",
    "'url=&type=1', url",
    "'url=https://example.org/', type",
    "'url=https://example.org/&type=', type",
    "'url=https://example.org/&type=0', type",
    "'url=https://example.org/&type=8', type",
    "'url=https://example.org/&type=x', type",
    "'url=ftp://example.org/&type=1', url",
    "'url=example.org&type=1', url",
    "'url=https://user:secret@example.org/&type=1', url",
    "'url=https://example.org:25/&type=1', url",
  })
  void urlAndTypeOfOneToSevenAreRequired(String form, String parameter) {
    assertThat(anna.post("/v1/callbacks", form).error())
        .isEqualTo("400 invalid_parameter/" + parameter);
    assertThat(anna.get("/v1/callbacks").ok("callbacks")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/a", "https://example.org/a?b=c", "https://10.0.0.1/"})
  void urlsOfBothSchemesAreRegistered(String url) {
    var encoded = url.replace("?", "%3F").replace("=", "%3D");

    var callback = anna.post("/v1/callbacks", "url=" + encoded + "&type=3").ok("callback");

    assertThat(callback.path("url").asString()).isEqualTo(url);
    assertThat(callback.path("type").asInt()).isEqualTo(3);
    assertThat(callback.path("id").asLong()).isPositive();
    assertThat(callback.path("secret").asString()).startsWith("whsec_");
  }

  @Test
  void theReceiverSeesASignedPost() throws Exception {
    var callback = register("/post", 4);
    finishWorkflow();
    SensorSite.await("a message came", () -> !receiver.at("/post").isEmpty());

    var message = receiver.at("/post").getFirst();

    assertThat(message.method()).isEqualTo("POST");
    var signed = message.id() + "." + message.timestamp() + "." + message.body();
    assertThat(message.signature())
        .isEqualTo("v1," + hmac(callback.path("secret").asString(), signed));
    assertThat(message.json().propertyNames())
        .containsExactly("type", "callback", "event_type", "timestamp", "data");
    assertThat(message.json().path("callback")).isEqualTo(callback.path("id"));
    assertThat(message.json().path("event_type").asString()).isEqualTo("workflow.finished");
    assertThat(message.json().path("type").asInt()).isEqualTo(4);
  }

  private static String hmac(String secret, String text) throws Exception {
    var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void systemEventsGoToThoseWithTheBitOfFour() {
    long three = newCallback("/three", 3);
    long seven = newCallback("/seven", 7);
    finishWorkflow();

    SensorSite.await("seven is told", () -> deliveries(seven).size() == 1);

    assertThat(deliveries(three)).isEmpty();
  }

  private List<String> deliveries(long callback) {
    return anna.get("/v1/callbacks/" + callback + "/deliveries").ok("deliveries").values().stream()
        .map(delivery -> delivery.path("event_type").asString())
        .toList();
  }

  @Test
  void deleteWithAnIdDeletesThatCallbackAndWithoutAllOfTheUser() {
    var berta = site.newPerson("berta" + people);
    berta.post("/v1/callbacks", "url=https://example.org/&type=7").ok();
    long first = newCallback("/first", 7);
    long second = newCallback("/second", 7);
    long third = newCallback("/third", 7);

    assertThat(anna.delete("/v1/callbacks/" + first).ok("deleted").asInt()).isOne();
    assertThat(anna.delete("/v1/callbacks/" + first).error()).isEqualTo("404 not_found");
    assertThat(anna.get("/v1/callbacks").ok("callbacks"))
        .extracting(callback -> callback.path("id").asLong())
        .containsExactly(second, third);
    finishWorkflow();
    SensorSite.await("the others are told", () -> !receiver.at("/third").isEmpty());
    assertThat(receiver.at("/first")).isEmpty();

    assertThat(anna.delete("/v1/callbacks").ok("deleted").asInt()).isEqualTo(2);
    assertThat(anna.delete("/v1/callbacks").ok("deleted").asInt()).isZero();
    assertThat(anna.get("/v1/callbacks").ok("callbacks")).isEmpty();
    assertThat(berta.get("/v1/callbacks").ok("callbacks")).hasSize(1);
  }
}
