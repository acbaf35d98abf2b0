package io.sensorium.store.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.Devices.Association;
import io.sensorium.store.sensing.Removals.RemovedSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How gateways come to owners in every store of devices. */
public abstract class AssociationContract extends SensingContract {

  private SensorUser anna;
  private SensorUser bert;

  @BeforeEach
  void users() {
    anna = user("anna@example.org");
    bert = user("bert@example.org");
  }

  private Gateway read(Gateway gateway) {
    return devices.findGateway(gateway.id()).orElseThrow();
  }

  @Test
  void aFreeGatewayBecomesOnesOwn() {
    var gateway = gateway("00000000");

    assertThat(devices.associate(anna.id(), "00000000", null, "Home", NOW))
        .isEqualTo(Association.DONE);

    assertThat(read(gateway).owner()).isEqualTo(anna.id());
    assertThat(read(gateway).title()).isEqualTo("Home");
    assertThat(read(gateway).associatedAt()).isEqualTo(NOW);
    assertThat(devices.listInventories(anna.id()))
        .extracting(Devices.Inventory::gateway)
        .containsExactly(read(gateway));
    assertThat(devices.listInventories(bert.id())).isEmpty();
  }

  @Test
  void doingItAgainChangesNothingButTheName() {
    var gateway = gateway("1", anna);
    var source = source(sensor(gateway, "aa00bb01"), "temp");

    assertThat(devices.associate(anna.id(), "1", null, "Home", NOW.plusSeconds(9)))
        .isEqualTo(Association.ALREADY_OURS);

    assertThat(read(gateway).associatedAt()).isEqualTo(NOW);
    assertThat(read(gateway).title()).isEqualTo("Home");
    assertThat(devices.findSource(source.id())).contains(source);
  }

  @Test
  void anUnknownGatewayAndOneOfAnotherAreNotAvailable() {
    var gateway = gateway("1", anna);

    assertThat(associate(bert.id(), "1")).isEqualTo(Association.NOT_AVAILABLE);
    assertThat(associate(bert.id(), "unknown")).isEqualTo(Association.NOT_AVAILABLE);
    assertThat(read(gateway).owner()).isEqualTo(anna.id());
  }

  @Test
  void aClaimCodeMustFitWhereThereIsOne() {
    devices.createGateway(newGateway("1", null, "hash of the code"));

    assertThat(associate(anna.id(), "1")).isEqualTo(Association.NOT_AVAILABLE);
    assertThat(devices.associate(anna.id(), "1", "hash of a guess", null, NOW))
        .isEqualTo(Association.NOT_AVAILABLE);
    assertThat(devices.associate(anna.id(), "1", "hash of the code", null, NOW))
        .isEqualTo(Association.DONE);
  }

  @Test
  void slavesGoWhereTheirMasterGoes() {
    var master = gateway("1");
    var slave = slave("2", master);

    associate(anna.id(), "1");
    var later = slave("3", master);

    assertThat(read(slave).owner()).isEqualTo(anna.id());
    assertThat(read(slave).associatedAt()).isEqualTo(NOW);
    assertThat(later.owner()).isEqualTo(anna.id());
    assertThat(later.associatedAt()).isEqualTo(NOW);
    assertThat(associate(anna.id(), "2")).isEqualTo(Association.ALREADY_OURS);
    assertThat(associate(bert.id(), "3")).isEqualTo(Association.NOT_AVAILABLE);
  }

  @Test
  void whatWaitedForItsFirstOwnerComesWithIt() {
    var gateway = gateway("1");
    var source = source(sensor(gateway, "aa00bb01"), "temp");

    associate(anna.id(), "1");

    assertThat(devices.findSource(source.id())).contains(source);
    assertThat(devices.findSource(gateway.id(), "aa00bb01", "temp")).contains(source);
    assertThat(removals.list(10)).isEmpty();
  }

  @Test
  void theNextOwnerGetsNewSourcesThatTheGatewaysSerialsName() {
    var gateway = gateway("1", anna);
    var ofAnna = source(sensor(gateway, "aa00bb01"), "temp");
    users.delete(anna.id());
    var between = devices.findSource(gateway.id(), "aa00bb01", "temp").orElseThrow();
    long before = devices.changeCount();

    assertThat(associate(bert.id(), "1")).isEqualTo(Association.DONE);

    var ofBert = devices.findSource(gateway.id(), "aa00bb01", "temp").orElseThrow();
    assertThat(ofBert.id()).isNotIn(ofAnna.id(), between.id());
    assertThat(ofBert.type()).isEqualTo(TEMPERATURE);
    assertThat(devices.changeCount()).isGreaterThan(before);
    assertThat(devices.findSource(ofAnna.id())).isEmpty();
    assertThat(devices.findSource(between.id())).isEmpty();
    assertThat(removals.list(10))
        .contains(new RemovedSource(ofAnna.id()), new RemovedSource(between.id()))
        .doesNotContain(new RemovedSource(ofBert.id()));
  }

  @Test
  void aSensorThatTheOwnerHasAlreadyGoesOnBehindTheNewGateway() {
    var ours = source(sensor(gateway("1", anna), "aa00bb01"), "temp");
    var second = gateway("2");
    var waiting = source(sensor(second, "aa00bb01"), "temp");

    associate(anna.id(), "2");

    assertThat(devices.findSource(second.id(), "aa00bb01", "temp").orElseThrow().id())
        .isEqualTo(ours.id());
    assertThat(devices.findSource(ours.id()).orElseThrow().gateway()).isEqualTo(second.id());
    assertThat(devices.findSource(waiting.id())).isEmpty();
    assertThat(removals.list(10)).containsExactly(new RemovedSource(waiting.id()));
  }
}
