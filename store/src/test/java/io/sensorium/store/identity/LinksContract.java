package io.sensorium.store.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.AuthenticationCode;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Install.Device.Form;
import io.sensorium.core.identity.Install.State;
import io.sensorium.core.identity.Linking.Decision;
import io.sensorium.core.identity.Linking.Refusal;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does that brings installs and people together. */
public abstract class LinksContract {

  private static final Instant NOW = Samples.START;

  private final IdSource ids = new IdSource(new Random(11));
  private final Account account = new Account(ids.newAccountId(), "Ghent", NOW);
  private final Application application =
      new Application(ids.newApplicationId(), account.id(), "walkers", NOW);
  private StoreFixture fixture;
  private Store store;
  private Identities identities;
  private Links links;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
    identities = store.identities();
    links = store.links();
    identities.addAccount(account);
    addApplication(application);
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void addApplication(Application added) {
    var secret =
        new Credential(
            ids.hex(8),
            Credential.Kind.APPLICATION_SECRET,
            added.id().value(),
            "secret",
            Secret.sha256("x"),
            Set.of(),
            NOW,
            null,
            null);
    identities.addApplication(added, secret);
  }

  private Install newInstall(Form form) {
    var person =
        new User.Person(
            ids.newUserId(), application.id(), NOW, true, User.SdkSettings.DEFAULT, null);
    var device = new Install.Device("android", null, null, form);
    var install =
        new Install(
            ids.newInstallId(), person.id(), application.id(), device, State.ACTIVE, NOW, false);
    identities.register(person, install, List.of());
    return install;
  }

  private Install used(Install install) {
    assertThat(links.markUsed(install.id(), install.user())).isTrue();
    return identities.findInstall(install.id()).orElseThrow();
  }

  private State stateOf(InstallId install) {
    return identities.findInstall(install).orElseThrow().state();
  }

  private String code(String externalId) {
    var hash = Secret.sha256(ids.hex(64));
    var expiresAt = NOW.plus(AuthenticationCode.VALIDITY);
    assertThat(
            links.addCode(
                new AuthenticationCode(hash, application.id(), externalId, expiresAt), NOW))
        .isTrue();
    return hash;
  }

  private Links.Comer comer(Form form) {
    var device = new Install.Device("ios", "19", "x", form);
    return new Links.Comer(ids.newUserId(), ids.newInstallId(), device, List.of(), NOW);
  }

  @Test
  void theFirstInstallOfAnExternalIdGivesItToItsOwnPersonAlsoWithData() {
    var install = used(newInstall(Form.PHONE));

    assertThat(links.link(application.id(), install.id(), "x"))
        .isEqualTo(new Decision.Names(install.user()));
    assertThat(links.link(application.id(), install.id(), "x"))
        .isEqualTo(new Decision.Keeps(install.user()));
    assertThat(identities.listUsers(application.id(), "x", null, 9))
        .extracting(User::id)
        .containsExactly(install.user());
  }

  @Test
  void anUnusedInstallJoinsThePersonAndTakesOver() {
    var first = used(newInstall(Form.PHONE));
    links.link(application.id(), first.id(), "x");
    var second = newInstall(Form.PHONE);

    assertThat(links.link(application.id(), second.id(), "x"))
        .isEqualTo(new Decision.Joins(first.user()));

    assertThat(stateOf(first.id())).isEqualTo(State.DEACTIVATED);
    assertThat(stateOf(second.id())).isEqualTo(State.ACTIVE);
    assertThat(identities.findUser(second.user())).isEmpty();
    assertThat(identities.listInstalls(first.user())).hasSize(2);
    assertThat(links.link(application.id(), first.id(), "x"))
        .isEqualTo(new Decision.Keeps(first.user()));
    assertThat(stateOf(first.id())).isEqualTo(State.DEACTIVATED);
  }

  @Test
  void aTabletJoinsWithoutTakingOver() {
    var phone = newInstall(Form.PHONE);
    links.link(application.id(), phone.id(), "x");
    var tablet = newInstall(Form.TABLET);

    links.link(application.id(), tablet.id(), "x");

    assertThat(stateOf(phone.id())).isEqualTo(State.ACTIVE);
    assertThat(stateOf(tablet.id())).isEqualTo(State.DEACTIVATED);
  }

  @Test
  void whatIsRefusedChangesNothing() {
    var first = newInstall(Form.PHONE);
    links.link(application.id(), first.id(), "x");
    var second = used(newInstall(Form.PHONE));

    assertThat(links.link(application.id(), second.id(), "x"))
        .isEqualTo(new Decision.Refused(Refusal.CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON));
    assertThat(links.link(application.id(), first.id(), "y"))
        .isEqualTo(new Decision.Refused(Refusal.INSTALL_LINKED_TO_OTHER_USER));
    assertThat(links.link(application.id(), ids.newInstallId(), "y"))
        .isEqualTo(new Decision.Refused(Refusal.INSTALL_NOT_FOUND));
    assertThat(links.link(ids.newApplicationId(), first.id(), "y"))
        .isEqualTo(new Decision.Refused(Refusal.INSTALL_DOES_NOT_BELONG_TO_APP));
    assertThat(identities.findInstall(second.id())).contains(second);
    assertThat(stateOf(first.id())).isEqualTo(State.ACTIVE);
  }

  @Test
  void onlyTheActiveInstallOfThatPersonIsMarkedAsUsed() {
    var first = newInstall(Form.PHONE);
    links.link(application.id(), first.id(), "x");
    var second = newInstall(Form.PHONE);
    var before = second.user();
    links.link(application.id(), second.id(), "x");

    assertThat(links.markUsed(second.id(), before)).isFalse();
    assertThat(links.markUsed(first.id(), first.user())).isFalse();
    assertThat(links.markUsed(second.id(), first.user())).isTrue();
  }

  @Test
  void aCodeMakesOneInstallOfItsPerson() {
    var first = code("x");

    var install = links.registerByCode(first, comer(Form.PHONE), NOW).orElseThrow();

    assertThat(identities.findInstall(install.id())).contains(install);
    assertThat(((User.Person) identities.findUser(install.user()).orElseThrow()).externalId())
        .isEqualTo("x");
    assertThat(links.registerByCode(first, comer(Form.PHONE), NOW)).isEmpty();

    var next = links.registerByCode(code("x"), comer(Form.PHONE), NOW).orElseThrow();
    assertThat(next.user()).isEqualTo(install.user());
    assertThat(next.state()).isEqualTo(State.ACTIVE);
    assertThat(stateOf(install.id())).isEqualTo(State.DEACTIVATED);
    var tablet = links.registerByCode(code("x"), comer(Form.TABLET), NOW).orElseThrow();
    assertThat(tablet.state()).isEqualTo(State.DEACTIVATED);
  }

  @Test
  void aCodeHoldsUntilItExpires() {
    var code = code("x");
    var end = NOW.plus(AuthenticationCode.VALIDITY);

    assertThat(links.findCode(code, end.minusMillis(1)).orElseThrow().externalId()).isEqualTo("x");
    assertThat(links.findCode(code, end)).isEmpty();
    assertThat(links.registerByCode(code, comer(Form.PHONE), end)).isEmpty();
    assertThat(links.linkByCode(code, newInstall(Form.PHONE).id(), end)).isEmpty();
  }

  @Test
  void anApplicationThatIsOffHasNoCodes() {
    var code = code("x");
    identities.updateApplication(
        new Application(application.id(), account.id(), "walkers", NOW, true, true));

    assertThat(links.findCode(code, NOW)).isEmpty();
    assertThat(links.registerByCode(code, comer(Form.PHONE), NOW)).isEmpty();
  }

  @Test
  void anInstallComesToThePersonByACodeAndAnOldOneComesBack() {
    var old = used(newInstall(Form.PHONE));
    links.link(application.id(), old.id(), "x");
    var unused = newInstall(Form.PHONE);

    assertThat(links.linkByCode(code("x"), unused.id(), NOW))
        .contains(new Decision.Joins(old.user()));
    assertThat(stateOf(old.id())).isEqualTo(State.DEACTIVATED);

    assertThat(links.linkByCode(code("x"), old.id(), NOW)).contains(new Decision.Keeps(old.user()));
    assertThat(stateOf(old.id())).isEqualTo(State.ACTIVE);
    assertThat(stateOf(unused.id())).isEqualTo(State.DEACTIVATED);
  }

  @Test
  void aCodeIsNotUsedUpByARefusal() {
    links.link(application.id(), newInstall(Form.PHONE).id(), "x");
    var code = code("x");

    assertThat(links.linkByCode(code, used(newInstall(Form.PHONE)).id(), NOW).orElseThrow())
        .isInstanceOf(Decision.Refused.class);
    assertThat(links.findCode(code, NOW)).isPresent();
  }

  @Test
  void anExternalIdHasAtMostSoManyCodesThatHold() {
    for (int i = 0; i < AuthenticationCode.MAX_ACTIVE; i++) {
      code("x");
    }
    var later = NOW.plus(Duration.ofMinutes(16));
    var more =
        new AuthenticationCode(Secret.sha256("m"), application.id(), "x", later.plusSeconds(9));

    assertThat(links.addCode(more, NOW)).isFalse();
    assertThat(links.addCode(more, later)).isTrue();
    code("y");
  }

  @Test
  void whoeverComesAtTheSameTimeBecomesOnePersonWithOneActiveInstall() throws Exception {
    var comers = new ArrayList<Callable<Object>>();
    for (int i = 0; i < 8; i++) {
      var code = code("x");
      var comer = comer(Form.PHONE);
      var install = newInstall(Form.PHONE);
      comers.add(() -> links.registerByCode(code, comer, NOW));
      comers.add(() -> links.link(application.id(), install.id(), "x"));
    }

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(comers)) {
        done.get();
      }
    }

    var people = identities.listUsers(application.id(), null, null, 99);
    assertThat(people).hasSize(1);
    assertThat(identities.listInstalls(people.getFirst().id()))
        .hasSize(16)
        .filteredOn(install -> install.state() == State.ACTIVE)
        .hasSize(1);
  }
}
