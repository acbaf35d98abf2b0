package io.sensorium.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Install.State;
import io.sensorium.core.identity.Linking.Decision;
import io.sensorium.core.identity.Linking.Refusal;
import io.sensorium.core.identity.Linking.Subject;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkingTest {

  private final IdSource ids = new IdSource(new Random(3));
  private final ApplicationId app = ids.newApplicationId();
  private final User.Person holder = person("x", true);

  private User.Person person(@Nullable String externalId, boolean canLogin) {
    return new User.Person(
        ids.newUserId(), app, Instant.EPOCH, canLogin, User.SdkSettings.DEFAULT, externalId);
  }

  private Subject known(User.Person person, State state, boolean used) {
    var device = new Install.Device(null, null, null, Install.Device.Form.PHONE);
    return new Subject.Known(
        new Install(ids.newInstallId(), person.id(), app, device, state, Instant.EPOCH, used),
        person);
  }

  private Decision linkToX(Subject subject, User.@Nullable Person to) {
    return Linking.decide(app, subject, "x", to);
  }

  private static Decision refused(Refusal why) {
    return new Decision.Refused(why);
  }

  @Test
  void anOwnPersonGetsAnExternalIdThatNobodyHasAndKeepsItsData() {
    var own = person(null, true);

    assertThat(linkToX(known(own, State.ACTIVE, true), null))
        .isEqualTo(new Decision.Names(own.id()));
  }

  @Test
  void anUnusedInstallJoinsWhoHasTheExternalId() {
    assertThat(linkToX(known(person(null, true), State.ACTIVE, false), holder))
        .isEqualTo(new Decision.Joins(holder.id()));
  }

  @Test
  void aRepeatedLinkKeepsWhatIs() {
    assertThat(linkToX(known(holder, State.DEACTIVATED, true), holder))
        .isEqualTo(new Decision.Keeps(holder.id()));
  }

  @Test
  void ofSeveralReasonsTheFirstIsTold() {
    var other = ids.newApplicationId();
    var disabledPerson = person("y", false);
    var linked = person("y", true);

    assertThat(linkToX(new Subject.Unknown(), holder))
        .isEqualTo(refused(Refusal.INSTALL_NOT_FOUND));
    assertThat(Linking.decide(other, known(linked, State.DISABLED, true), "x", null))
        .isEqualTo(refused(Refusal.INSTALL_DOES_NOT_BELONG_TO_APP));
    assertThat(linkToX(new Subject.Erased(other), null))
        .isEqualTo(refused(Refusal.INSTALL_DOES_NOT_BELONG_TO_APP));
    assertThat(linkToX(known(linked, State.DISABLED, true), holder))
        .isEqualTo(refused(Refusal.INSTALL_DISABLED));
    assertThat(linkToX(known(disabledPerson, State.DELETED, true), holder))
        .isEqualTo(refused(Refusal.INSTALL_DISABLED));
    assertThat(linkToX(known(linked, State.DELETED, true), holder))
        .isEqualTo(refused(Refusal.INSTALL_DELETED));
    assertThat(linkToX(new Subject.Erased(app), holder))
        .isEqualTo(refused(Refusal.INSTALL_DELETED));
    assertThat(linkToX(known(linked, State.ACTIVE, true), holder))
        .isEqualTo(refused(Refusal.CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON));
    assertThat(linkToX(known(linked, State.ACTIVE, false), holder))
        .isEqualTo(refused(Refusal.INSTALL_LINKED_TO_OTHER_USER));
    assertThat(linkToX(known(linked, State.ACTIVE, true), null))
        .isEqualTo(refused(Refusal.INSTALL_LINKED_TO_OTHER_USER));
  }
}
