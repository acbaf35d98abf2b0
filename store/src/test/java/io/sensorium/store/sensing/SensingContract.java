package io.sensorium.store.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sensing.Devices.Association;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.NewSource;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store with words to fill it with users and devices. */
abstract class SensingContract {

  static final Instant NOW = Samples.START;
  static final SourceType TEMPERATURE = SourceType.find("temp").orElseThrow();
  static final SourceType HUMIDITY = SourceType.find("humi").orElseThrow();

  private StoreFixture fixture;
  Store store;
  SensorUsers users;
  Devices devices;
  Workflows workflows;
  Removals removals;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void openFixture() {
    fixture = newFixture();
    open();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  void reopen() {
    store.close();
    open();
  }

  private void open() {
    store = fixture.open();
    users = store.sensorUsers();
    devices = store.devices();
    workflows = store.workflows();
    removals = store.removals();
  }

  SensorUser user(String email) {
    return user(email, null);
  }

  SensorUser user(String email, @Nullable SensorUser parent) {
    return users
        .create(
            new SensorUsers.NewUser(
                parent == null ? null : parent.id(),
                email,
                "hash of " + email,
                "My",
                "Name",
                SensorUser.DEFAULT_PRIVILEGES,
                NOW))
        .orElseThrow();
  }

  Gateway gateway(String serial) {
    return devices.createGateway(newGateway(serial, null, null)).orElseThrow();
  }

  Gateway slave(String serial, Gateway master) {
    return devices.createGateway(newGateway(serial, master.id(), null)).orElseThrow();
  }

  static NewGateway newGateway(
      String serial, @Nullable GatewayId master, @Nullable String claimCodeSha256) {
    return new NewGateway(
        serial, GatewayType.DEFAULT, master, claimCodeSha256, "token of " + serial, NOW);
  }

  /** A gateway that the user owns. */
  Gateway gateway(String serial, SensorUser owner) {
    gateway(serial);
    associate(owner.id(), serial);
    return devices.findGatewayBySerial(serial).orElseThrow();
  }

  Association associate(SensorUserId owner, String serial) {
    return devices.associate(owner, serial, null, null, NOW);
  }

  Sensor sensor(Gateway gateway, String serial) {
    return devices.putSensor(new NewSensor(gateway.id(), serial, null, null));
  }

  DataSource source(Sensor sensor, String serial) {
    return devices.putSource(
        new NewSource(sensor.id(), serial, TEMPERATURE, Duration.ofMinutes(15), null));
  }
}
