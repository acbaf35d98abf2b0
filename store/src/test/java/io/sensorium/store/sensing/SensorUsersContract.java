package io.sensorium.store.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.store.StoreException;
import io.sensorium.store.sensing.Removals.RemovedUser;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of the sensor API's users does. */
public abstract class SensorUsersContract extends SensingContract {

  private static final SensorUserId NOBODY = new SensorUserId(999);

  @Test
  void aUserComesBackAlsoAfterARestart() {
    var anna = user("anna@example.org");

    reopen();

    assertThat(users.find(anna.id())).contains(anna);
    assertThat(users.list()).containsExactly(anna);
    assertThat(users.getPasswordHash(anna.id())).isEqualTo("hash of anna@example.org");
    assertThat(anna.email()).isEqualTo("anna@example.org");
    assertThat(anna.privileges()).containsExactly(Privilege.CREATE_USERS);
    assertThat(anna.parent()).isNull();
    assertThat(anna.createdAt()).isEqualTo(NOW);
  }

  @Test
  void anEmailAddressBelongsToOneUserHoweverItIsWritten() {
    var anna = user("Anna@Example.org");
    var again =
        new SensorUsers.NewUser(null, "anna@EXAMPLE.org", "hash", "An", "Na", Set.of(), NOW);

    assertThat(users.create(again)).isEmpty();
    assertThat(users.findByEmail("ANNA@example.ORG")).contains(anna);
    assertThat(users.findByEmail("anna@example.com")).isEmpty();
  }

  @Test
  void nobodyIsFoundByAnIdThatWasNotDrawn() {
    assertThat(users.find(NOBODY)).isEmpty();
    assertThat(users.delete(NOBODY)).isFalse();
    assertThatThrownBy(() -> users.getPasswordHash(NOBODY)).isInstanceOf(StoreException.class);
  }

  @Test
  void whatUsersMayChangeIsChangedAndNothingElse() {
    var anna = user("anna@example.org");
    var changed =
        new SensorUser(
            anna.id(),
            NOBODY,
            "other@example.org",
            "Anne",
            "Other",
            "BE",
            ZoneId.of("Europe/Brussels"),
            TemperatureUnit.FAHRENHEIT,
            NotificationChannel.NONE,
            Set.of(Privilege.IMPERSONATE),
            NOW.plusSeconds(1));

    users.update(changed);

    assertThat(users.find(anna.id()))
        .contains(
            new SensorUser(
                anna.id(),
                null,
                "anna@example.org",
                "Anne",
                "Other",
                "BE",
                ZoneId.of("Europe/Brussels"),
                TemperatureUnit.FAHRENHEIT,
                NotificationChannel.NONE,
                anna.privileges(),
                NOW));
  }

  @Test
  void passwordsAndPrivilegesAreReplaced() {
    var anna = user("anna@example.org");
    var two = Set.of(Privilege.IMPERSONATE, Privilege.SET_INTERVAL);

    users.setPasswordHash(anna.id(), "another hash");
    users.setPrivileges(anna.id(), two);

    assertThat(users.getPasswordHash(anna.id())).isEqualTo("another hash");
    assertThat(users.find(anna.id()).orElseThrow().privileges()).isEqualTo(two);

    users.setPrivileges(anna.id(), Set.of());

    assertThat(users.find(anna.id()).orElseThrow().privileges()).isEmpty();
  }

  @Test
  void everyChangeOfAUserIsCounted() {
    long before = users.changeCount();
    var anna = user("anna@example.org");
    long created = users.changeCount();
    users.setPasswordHash(anna.id(), "another hash");
    long changed = users.changeCount();
    users.delete(anna.id());

    assertThat(created).isGreaterThan(before);
    assertThat(changed).isGreaterThan(created);
    assertThat(users.changeCount()).isGreaterThan(changed);
  }

  @Test
  void descendantsAreListedLevelByLevelAndEachLevelById() {
    var top = user("top@example.org");
    var left = user("left@example.org", top);
    var leftChild = user("left.child@example.org", left);
    var right = user("right@example.org", top);
    user("stranger@example.org");

    assertThat(users.listDescendants(top.id())).containsExactly(left, right, leftChild);
    assertThat(users.listDescendants(left.id())).containsExactly(leftChild);
    assertThat(users.listDescendants(leftChild.id())).isEmpty();
  }

  @Test
  void aStrictDescendantIsBelowAtAnyDepthAndNeverOneself() {
    var top = user("top@example.org");
    var child = user("child@example.org", top);
    var grandchild = user("grandchild@example.org", child);
    var stranger = user("stranger@example.org");

    assertThat(users.isStrictDescendant(top.id(), child.id())).isTrue();
    assertThat(users.isStrictDescendant(top.id(), grandchild.id())).isTrue();
    assertThat(users.isStrictDescendant(top.id(), top.id())).isFalse();
    assertThat(users.isStrictDescendant(child.id(), top.id())).isFalse();
    assertThat(users.isStrictDescendant(top.id(), stranger.id())).isFalse();
    assertThat(users.isStrictDescendant(top.id(), NOBODY)).isFalse();
  }

  @Test
  void childrenOfADeletedUserGoToItsParent() {
    var top = user("top@example.org");
    var middle = user("middle@example.org", top);
    var child = user("child@example.org", middle);

    assertThat(users.delete(middle.id())).isTrue();

    assertThat(users.find(middle.id())).isEmpty();
    assertThat(users.find(child.id()).orElseThrow().parent()).isEqualTo(top.id());
    assertThat(users.listDescendants(top.id())).extracting(SensorUser::id).contains(child.id());
    assertThat(removals.list(10)).containsExactly(new RemovedUser(middle.id()));
  }

  @Test
  void anIdIsNotDrawnAgainWhenItsUserIsDeleted() {
    var anna = user("anna@example.org");
    users.delete(anna.id());
    reopen();

    var next = user("anna@example.org");

    assertThat(next.id().value()).isGreaterThan(anna.id().value());
  }

  @Test
  void gatewaysOfADeletedUserWaitForAnOwnerWithoutTheirNamesAndHistory() {
    var anna = user("anna@example.org");
    var gateway = gateway("10000000", anna);
    devices.setGatewayTitle(gateway.id(), "Anna's house");
    var sensor = sensor(gateway, "aa00bb01");
    devices.setSensorTitle(sensor.id(), "Anna's bedroom");
    var source = source(sensor, "temp");

    users.delete(anna.id());

    var inventory = devices.getInventory(gateway.id());
    assertThat(inventory.gateway().owner()).isNull();
    assertThat(inventory.gateway().title()).isEqualTo("10000000");
    assertThat(inventory.gateway().associatedAt()).isNull();
    assertThat(inventory.sensors()).hasSize(1);
    assertThat(inventory.sensors().getFirst().sensor().title()).isEqualTo("aa00bb01");
    assertThat(inventory.sensors().getFirst().sensor().id()).isNotEqualTo(sensor.id());
    assertThat(devices.findSource(source.id())).isEmpty();
    assertThat(devices.findSource(gateway.id(), "aa00bb01", "temp"))
        .hasValueSatisfying(it -> assertThat(it.id()).isNotEqualTo(source.id()));
    assertThat(devices.listInventories(anna.id())).isEmpty();
    assertThat(removals.list(10))
        .containsExactlyInAnyOrder(
            new Removals.RemovedSource(source.id()), new RemovedUser(anna.id()));
  }
}
