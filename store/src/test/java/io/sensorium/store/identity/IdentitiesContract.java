package io.sensorium.store.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Credential.Kind;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Role;
import io.sensorium.core.identity.Scope;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreException;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of identities does. */
public abstract class IdentitiesContract {

  private static final Instant NOW = Samples.START;

  private final IdSource ids = new IdSource(new Random(5));
  private final Account account = new Account(ids.newAccountId(), "Ghent", NOW);
  private final Application application =
      new Application(ids.newApplicationId(), account.id(), "walkers", NOW);
  private StoreFixture fixture;
  private Store store;
  private Identities identities;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
    identities = store.identities();
    identities.addAccount(account);
    identities.addApplication(
        application, credential(Kind.APPLICATION_SECRET, application.id().value(), null));
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private Credential credential(Kind kind, String owner, @Nullable Instant expiresAt) {
    return new Credential(
        ids.hex(8), kind, owner, "name", Secret.sha256(ids.hex(4)), Set.of(), NOW, expiresAt, null);
  }

  private User.Person person(@Nullable String externalId) {
    return new User.Person(
        ids.newUserId(), application.id(), NOW, false, User.SdkSettings.DEFAULT, externalId);
  }

  private Install install(User.Person person, Instant createdAt) {
    return new Install(
        ids.newInstallId(),
        person.id(),
        application.id(),
        new Install.Device("android", null, "Pixel", Install.Device.Form.PHONE),
        Install.State.ACTIVE,
        createdAt,
        false);
  }

  private User.Person registered(@Nullable String externalId) {
    var person = person(externalId);
    identities.register(person, install(person, NOW), List.of());
    return person;
  }

  @Test
  void accountsAndApplicationsComeBack() {
    assertThat(identities.findAccount(account.id())).contains(account);
    assertThat(identities.findAccount(ids.newAccountId())).isEmpty();
    assertThat(identities.listAccounts()).containsExactly(account);
    assertThat(identities.findApplication(application.id())).contains(application);
    assertThat(identities.listApplications()).containsExactly(application);
    assertThat(identities.listCredentials(Kind.APPLICATION_SECRET, application.id().value()))
        .hasSize(1);
  }

  @Test
  void aPersonIsRegisteredAsAWhole() {
    var person = person("walker 7");
    var install = install(person, NOW);
    var token = credential(Kind.USER_TOKEN, install.id().value(), NOW.plusSeconds(60));

    identities.register(person, install, List.of(token));

    assertThat(identities.findUser(person.id())).contains(person);
    assertThat(identities.findInstall(install.id())).contains(install);
    assertThat(identities.listInstalls(person.id())).containsExactly(install);
    assertThat(identities.findCredential(token.id())).contains(token);
  }

  @Test
  void aRegistrationThatFailsLeavesNothing() {
    var known = credential(Kind.USER_TOKEN, "somebody", null);
    identities.addCredential(known, 9, NOW);
    var person = person(null);

    assertThatThrownBy(() -> identities.register(person, install(person, NOW), List.of(known)))
        .isInstanceOf(StoreException.class);

    assertThat(identities.findUser(person.id())).isEmpty();
  }

  @Test
  void aControlUserComesBackWithItsRole() {
    var sdk = new User.SdkSettings("full", "disable_sdk", true);
    var control =
        new User.Control(
            ids.newUserId(),
            application.id(),
            NOW,
            true,
            sdk,
            "a@example.org",
            account.id(),
            Role.DEVELOPER);

    identities.addControlUser(control, credential(Kind.CONTROL, control.id().value(), null));

    assertThat(identities.findUser(control.id())).contains(control);
  }

  @Test
  void usersAreListedInTheOrderOfTheirIdsPageByPage() {
    var people =
        List.of(registered("x"), registered("y"), registered(null)).stream()
            .sorted(Comparator.comparing(person -> person.id().value()))
            .toList();

    assertThat(identities.listUsers(null, null, null, 10)).isEqualTo(people);
    assertThat(identities.listUsers(application.id(), null, people.get(0).id(), 1))
        .containsExactly(people.get(1));
    assertThat(identities.listUsers(application.id(), "y", null, 10)).hasSize(1);
    assertThat(identities.listUsers(ids.newApplicationId(), null, null, 10)).isEmpty();
  }

  @Test
  void whatMayChangeOfAUserIsReplacedButNotItsExternalId() {
    var person = registered("linked");
    var changed =
        new User.Person(
            person.id(),
            application.id(),
            NOW,
            true,
            new User.SdkSettings("light", "disable_sdk", false),
            "linked");

    identities.updateUser(
        new User.Person(
            person.id(), application.id(), NOW, true, changed.sdk(), "by a stale reader"));

    assertThat(identities.findUser(person.id())).contains(changed);
  }

  @Test
  void anInstallChangesItsState() {
    var person = registered(null);
    var install = identities.listInstalls(person.id()).getFirst();

    identities.updateInstallState(install.id(), Install.State.DISABLED);

    assertThat(identities.findInstall(install.id()).orElseThrow().state())
        .isEqualTo(Install.State.DISABLED);
  }

  @Test
  void anOwnerHasAtMostSoManyActiveCredentialsOfAKind() {
    var expired = credential(Kind.API_KEY, "owner", NOW.minusSeconds(1));
    var first = credential(Kind.API_KEY, "owner", null);
    var second = credential(Kind.API_KEY, "owner", null);

    assertThat(identities.addCredential(expired, 1, NOW)).isTrue();
    assertThat(identities.addCredential(first, 1, NOW)).isTrue();
    assertThat(identities.addCredential(second, 1, NOW)).isFalse();
    assertThat(identities.addCredential(credential(Kind.UPLOAD, "owner", null), 1, NOW)).isTrue();
    identities.revokeCredential(Kind.API_KEY, "owner", first.id(), NOW);
    assertThat(identities.addCredential(second, 1, NOW)).isTrue();
  }

  @Test
  void scopesAndTimesOfACredentialComeBack() {
    var key =
        new Credential(
            "key-id",
            Kind.API_KEY,
            "owner",
            "reader",
            Secret.sha256("x"),
            Set.of(Scope.USER_READ, Scope.USER_LINK),
            NOW,
            NOW.plusSeconds(5),
            NOW.plusSeconds(6));

    identities.addCredential(key, 5, NOW);

    assertThat(identities.findCredential("key-id")).contains(key);
    assertThat(identities.findCredential("other")).isEmpty();
  }

  @Test
  void aRotationLetsTheOthersExpire() {
    var old = credential(Kind.REFRESH, "owner", null);
    var older = credential(Kind.REFRESH, "owner", NOW.plusSeconds(5));
    identities.addCredential(old, 9, NOW);
    identities.addCredential(older, 9, NOW);
    var added = credential(Kind.REFRESH, "owner", null);

    identities.rotateCredential(added, NOW.plusSeconds(60));

    assertThat(identities.findCredential(old.id()).orElseThrow().expiresAt())
        .isEqualTo(NOW.plusSeconds(60));
    assertThat(identities.findCredential(older.id()).orElseThrow().expiresAt())
        .isEqualTo(NOW.plusSeconds(5));
    assertThat(identities.findCredential(added.id())).contains(added);
  }

  @Test
  void aCredentialIsRevokedOnceByItsOwnerAndKind() {
    var token = credential(Kind.UPLOAD, "owner", null);
    identities.addCredential(token, 9, NOW);

    assertThat(identities.revokeCredential(Kind.UPLOAD, "thief", token.id(), NOW)).isFalse();
    assertThat(identities.revokeCredential(Kind.REFRESH, "owner", token.id(), NOW)).isFalse();
    assertThat(identities.revokeCredential(Kind.UPLOAD, "owner", token.id(), NOW)).isTrue();
    assertThat(identities.revokeCredential(Kind.UPLOAD, "owner", token.id(), NOW)).isFalse();
    assertThat(identities.findCredential(token.id()).orElseThrow().isActiveAt(NOW)).isFalse();
  }

  @Test
  void allOfAnOwnersCredentialsAreRevoked() {
    var token = credential(Kind.UPLOAD, "owner", null);
    var other = credential(Kind.UPLOAD, "other", null);
    identities.addCredential(token, 9, NOW);
    identities.addCredential(other, 9, NOW);

    identities.revokeCredentials("owner", NOW);

    assertThat(identities.findCredential(token.id()).orElseThrow().isActiveAt(NOW)).isFalse();
    assertThat(identities.findCredential(other.id()).orElseThrow().isActiveAt(NOW)).isTrue();
  }

  @Test
  void anInstallThatBecomesActiveDeactivatesTheOther() {
    var person = registered(null);
    var first = identities.listInstalls(person.id()).getFirst();
    identities.updateInstallState(first.id(), Install.State.DISABLED);

    identities.updateInstallState(first.id(), Install.State.ACTIVE);

    assertThat(identities.findInstall(first.id()).orElseThrow().state())
        .isEqualTo(Install.State.ACTIVE);
  }

  @Test
  void aPersonCannotHaveTwoActiveInstalls() {
    var person = registered(null);

    assertThatThrownBy(
            () ->
                identities.register(
                    new User.Person(
                        ids.newUserId(), application.id(), NOW, true, person.sdk(), null),
                    new Install(
                        ids.newInstallId(),
                        person.id(),
                        application.id(),
                        new Install.Device(null, null, null, Install.Device.Form.PHONE),
                        Install.State.ACTIVE,
                        NOW,
                        false),
                    List.of()))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void anApplicationIsChangedAndRemovedOnceNobodyUsesIt() {
    var changed = new Application(application.id(), account.id(), "runners", NOW, true, false);
    identities.updateApplication(changed);
    assertThat(identities.findApplication(application.id())).contains(changed);

    var empty = new Application(ids.newApplicationId(), account.id(), "empty", NOW);
    var secret = credential(Kind.APPLICATION_SECRET, empty.id().value(), null);
    identities.addApplication(empty, secret);
    registered(null);

    assertThat(identities.removeApplication(application.id())).isFalse();
    assertThat(identities.removeApplication(empty.id())).isTrue();
    assertThat(identities.listApplications()).containsExactly(changed);
    assertThat(identities.findCredential(secret.id())).isEmpty();
  }

  @Test
  void keysThatExpireInASpanAreListedTheFirstToDoSoFirst() {
    var late = credential(Kind.API_KEY, "owner", NOW.plusSeconds(9));
    var soon = credential(Kind.API_KEY, "owner", NOW.plusSeconds(5));
    var revoked = credential(Kind.API_KEY, "owner", NOW.plusSeconds(6));
    for (var key :
        List.of(
            late,
            soon,
            revoked,
            credential(Kind.API_KEY, "owner", null),
            credential(Kind.API_KEY, "owner", NOW.plusSeconds(10)),
            credential(Kind.API_KEY, "owner", NOW),
            credential(Kind.UPLOAD, "owner", NOW.plusSeconds(7)))) {
      identities.addCredential(key, 99, NOW);
    }
    identities.revokeCredential(Kind.API_KEY, "owner", revoked.id(), NOW);

    assertThat(identities.listExpiring(Kind.API_KEY, NOW, NOW.plusSeconds(9)))
        .containsExactly(soon, late);
  }
}
