package io.sensorium.intake.mqtt;

import static io.sensorium.intake.mqtt.MqttFixture.MEASUREMENTS;
import static io.sensorium.intake.mqtt.MqttFixture.PATIENCE_SECONDS;
import static io.sensorium.intake.mqtt.MqttFixture.SERIAL;
import static io.sensorium.intake.mqtt.MqttFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.identity.Secret;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflow.Command;
import io.sensorium.store.sensing.Workflow.State;
import io.sensorium.store.sensing.Workflows.NewWorkflow;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mosquitto")
class MqttIntakeTest {

  @TempDir Path directory;
  private MqttFixture mqtt;

  @BeforeEach
  void open() {
    mqtt = new MqttFixture(directory, null);
  }

  @AfterEach
  void close() {
    mqtt.close();
  }

  @Test
  void aGatewaysRowsAreStored() throws Exception {
    mqtt.startIntake(false);

    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 20.5));

    var batch = mqtt.nextBatch();
    assertThat(mqtt.sourceOf(batch)).isEqualTo("temp");
    assertThat(batch.gateway()).isEqualTo(mqtt.gateway);
    assertThat(batch.rows().value(0)).isEqualTo(20.5);
    assertThat(batch.rows().timeMicros(0)).isEqualTo(mqtt.now.toEpochMilli() * 1_000);
  }

  @Test
  void whatShowsNoTokenOrAWrongOneIsNotStored() throws Exception {
    mqtt.startIntake(false);

    mqtt.publish(MEASUREMENTS, mqtt.batch(null, "first", 1));
    mqtt.publish(MEASUREMENTS, mqtt.batch("another.token", "second", 1));
    mqtt.publish(MEASUREMENTS, "not JSON");
    mqtt.publish("sensorium/gateways/unknown/measurements", mqtt.batch(TOKEN, "fourth", 1));
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "fifth", 1));

    assertThat(mqtt.sourceOf(mqtt.nextBatch())).isEqualTo("fifth");
  }

  @Test
  void aBrokerThatGuardsItsTopicsIsTrusted() throws Exception {
    mqtt.startIntake(true);

    mqtt.publish(MEASUREMENTS, mqtt.batch(null, "temp", 1));

    assertThat(mqtt.sourceOf(mqtt.nextBatch())).isEqualTo("temp");
  }

  @Test
  void whatWasSentWhileTheServerWasAwayComesWhenItIsBack() throws Exception {
    mqtt.startIntake(false);
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 1));
    mqtt.nextBatch();
    mqtt.stopIntake();

    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 2));
    mqtt.startIntake(false);

    assertThat(mqtt.nextBatch().rows().value(0)).isEqualTo(2);
  }

  @Test
  void whatCouldNotBeStoredIsNotAcknowledgedAndComesAgain() throws Exception {
    mqtt.startIntake(false);
    mqtt.measurements.fail(true);
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 2));
    mqtt.measurements.awaitFailure();
    mqtt.stopIntake();

    mqtt.measurements.fail(false);
    mqtt.startIntake(false);

    assertThat(mqtt.nextBatch().rows().value(0)).isEqualTo(2);
  }

  @Test
  void whileItCannotBeStoredItIsTriedAgain() throws Exception {
    mqtt.startIntake(false);
    mqtt.measurements.fail(true);
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 1));
    mqtt.measurements.awaitFailure();

    mqtt.measurements.fail(false);

    assertThat(mqtt.nextBatch().rows().value(0)).isEqualTo(1);
  }

  @Test
  void aBrokerThatWasAwayIsFoundAgain() throws Exception {
    mqtt.startIntake(false);

    mqtt.broker.restart();

    var client = mqtt.client(SERIAL);
    GatewayBatch found = null;
    for (int second = 0; found == null && second < PATIENCE_SECONDS; second++) {
      MqttFixture.send(client, MEASUREMENTS, mqtt.batch(TOKEN, "temp", 2), false);
      found = mqtt.told.poll(1, TimeUnit.SECONDS);
    }
    assertThat(Objects.requireNonNull(found).rows().value(0)).isEqualTo(2);
  }

  @Test
  void aBrokerThatComesLaterIsFound() throws Exception {
    mqtt.broker.close();
    var intake = mqtt.beginIntake(false);

    mqtt.broker.restart();

    intake.subscribed().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 2));
    assertThat(mqtt.nextBatch().rows().value(0)).isEqualTo(2);
  }

  @Test
  void theServerTellsWhetherItIsThere() throws Exception {
    var told = mqtt.listen("sensorium/status");
    mqtt.startIntake(false);
    assertThat(MqttFixture.next(told)).asString(UTF_8).isEqualTo("online");

    mqtt.stopIntake();

    assertThat(MqttFixture.next(told)).asString(UTF_8).isEqualTo("offline");
  }

  @Test
  void whatIsRefusedIsCounted() throws Exception {
    mqtt.startIntake(false);

    mqtt.publish(MEASUREMENTS, "not JSON");
    mqtt.publish(MEASUREMENTS, mqtt.batch(null, "temp", 1));
    mqtt.publish(MEASUREMENTS, "x".repeat(MqttReceiver.MAX_BYTES + 1));
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 1));
    mqtt.nextBatch();

    var counts = mqtt.intake().counts();
    await(() -> counts.taken() == 1);
    assertThat(counts.refused()).isEqualTo(3);
    assertThat(counts.failed()).isZero();
  }

  @Test
  void aSensorIsPaired() throws Exception {
    mqtt.startIntake(false);

    mqtt.publish(
        "sensorium/gateways/10000000/sensors",
        "{\"token\": \"abc.def\", \"serial\": \"aa\", \"title\": \"Cellar\","
            + " \"sources\": [{\"serial\": \"t\", \"type\": \"humi\", \"interval\": 60}]}");

    var devices = mqtt.store.devices();
    await(() -> devices.findSource(mqtt.gateway, "aa", "t").isPresent());
    var source = devices.findSource(mqtt.gateway, "aa", "t").orElseThrow();
    assertThat(source.type().name()).isEqualTo("humi");
    assertThat(source.interval()).hasMinutes(1);
    assertThat(devices.findSensor(source.sensor()).orElseThrow().title()).isEqualTo("Cellar");
  }

  @Test
  void aCommandGoesOutSignedAndItsStateComesBack() throws Exception {
    mqtt.startIntake(false);
    var commands = mqtt.listen("sensorium/gateways/10000000/commands");
    var workflow = startReboot();
    mqtt.publish(MEASUREMENTS, mqtt.batch(TOKEN, "temp", 1));

    var envelope = JsonNode.parse(MqttFixture.next(commands));
    var message = envelope.get("message").text().orElseThrow();
    assertThat(envelope.get("signature").text())
        .contains(SignedCommand.signature(message, Secret.sha256(TOKEN)));
    var command = JsonNode.parse(message.getBytes(UTF_8));
    assertThat(command.get("workflow").number()).isEqualTo((double) workflow.id().value());
    assertThat(command.get("gateway").text()).contains(SERIAL);
    assertThat(command.get("command").text()).contains("reboot");

    mqtt.publish(
        "sensorium/gateways/10000000/commands/" + workflow.id() + "/state",
        "{\"token\": \"abc.def\", \"state\": \"succeeded\", \"result\": \"done\"}");

    await(() -> find(workflow).state() == State.SUCCEEDED);
    assertThat(find(workflow).progressPercent()).isEqualTo(100);
    assertThat(find(workflow).result()).isEqualTo("\"done\"");
    assertThat(mqtt.ended.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aCommandGoesOutPlainWhereTheBrokerIsTrusted() throws Exception {
    mqtt.startIntake(true);
    var commands = mqtt.listen("sensorium/gateways/10000000/commands");
    var workflow = startReboot();
    mqtt.publish(MEASUREMENTS, mqtt.batch(null, "temp", 1));

    var command = JsonNode.parse(MqttFixture.next(commands));

    assertThat(command.get("workflow").number()).isEqualTo((double) workflow.id().value());
    await(() -> find(workflow).state() == State.SENT);
  }

  @Test
  void aCommandGoesOutAtOnceToAGatewayThatIsThere() throws Exception {
    mqtt.startIntake(true);
    var commands = mqtt.listen("sensorium/gateways/10000000/commands");
    mqtt.publish(MEASUREMENTS, mqtt.batch(null, "temp", 1));
    mqtt.nextBatch();

    var workflow = startReboot();
    mqtt.intake().wake(mqtt.gateway);

    var command = JsonNode.parse(MqttFixture.next(commands));
    assertThat(command.get("workflow").number()).isEqualTo((double) workflow.id().value());
  }

  @Test
  void aGatewayThatWasNotHeardGetsNoCommand() throws Exception {
    mqtt.startIntake(false);
    var commands = mqtt.listen("sensorium/gateways/10000000/commands");
    var workflow = startReboot();

    assertThat(commands.poll(3, TimeUnit.SECONDS)).isNull();
    assertThat(find(workflow).state()).isEqualTo(State.QUEUED);
  }

  private Workflow startReboot() {
    var owner = owner();
    mqtt.store.devices().associate(owner, SERIAL, null, null, mqtt.now);
    return mqtt.store
        .workflows()
        .start(
            new NewWorkflow(
                owner,
                mqtt.gateway,
                Command.REBOOT,
                null,
                null,
                mqtt.now,
                mqtt.now.plusSeconds(3_600)))
        .workflow();
  }

  private SensorUserId owner() {
    return mqtt.store
        .sensorUsers()
        .create(new NewUser(null, "a@example.org", "hash", "A", "B", Set.of(), mqtt.now))
        .orElseThrow()
        .id();
  }

  private Workflow find(Workflow workflow) {
    return mqtt.store.workflows().find(workflow.id()).orElseThrow();
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < 10 * PATIENCE_SECONDS && !condition.getAsBoolean(); look++) {
      mqtt.told.poll(100, TimeUnit.MILLISECONDS);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
