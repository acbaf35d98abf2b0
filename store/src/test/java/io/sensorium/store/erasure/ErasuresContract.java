package io.sensorium.store.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Linking;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.inbox.ParkedInput;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does when somebody is erased. */
public abstract class ErasuresContract {

  private static final Instant NOW = Samples.START;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private StoreFixture fixture;
  private Store store;
  private Application application;
  private PersonWithEverything anna;
  private PersonWithEverything berta;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void twoPeople() {
    fixture = newFixture();
    store = fixture.open();
    application = PersonWithEverything.application(store, 1);
    anna = PersonWithEverything.in(store, application, 2, "Anna");
    berta = PersonWithEverything.in(store, application, 3, "Berta");
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void erase(PersonWithEverything who) {
    assertThat(store.erasures().begin(who.person().id(), NOW)).isTrue();
    store.erasures().removeFacts(who.person().id());
    store.erasures().purgeFacts(PATIENCE);
    store.erasures().finish(who.person().id(), PATIENCE);
  }

  private void reopen() {
    store.close();
    store = fixture.open();
  }

  private long factsOf(User.Person person) {
    return store.inbox().listEntries(person.id(), 99).size()
        + store.inbox().listParked().stream()
            .filter(parked -> parked.user().equals(person.id()))
            .count()
        + store.archive().readFixes(person.id(), 0, Long.MAX_VALUE).size()
        + store.corrections().list(person.id()).size()
        + store.folds().findHead(person.id()).stream().count()
        + store.folds().listSnapshots(person.id(), 0, Long.MAX_VALUE).size()
        + store.folds().listEventsClosedWithin(person.id(), 0, Long.MAX_VALUE).size();
  }

  @Test
  void nothingIsLeftOfOneAndAllOfTheOther() {
    long of = factsOf(berta.person());

    erase(anna);

    assertThat(factsOf(anna.person())).isZero();
    assertThat(store.identities().findUser(anna.person().id())).isEmpty();
    assertThat(store.identities().findInstall(anna.install().id())).isEmpty();
    assertThat(store.identities().findCredential(anna.token().id())).isEmpty();
    assertThat(store.erasures().listUnfinished()).isEmpty();
    assertThat(of).isGreaterThan(4_000);
    assertThat(factsOf(berta.person())).isEqualTo(of);
    assertThat(store.identities().findUser(berta.person().id())).contains(berta.person());
    assertThat(store.identities().findCredential(berta.token().id())).isPresent();
  }

  @Test
  void whatComesLateIsRefusedAlsoAfterARestart() {
    var draft = store.archive().draft(anna.person().id(), Signals.ofFixes(Samples.fixesAt(90_000)));
    erase(anna);

    assertThatThrownBy(() -> anna.append("late", 5)).isInstanceOf(ErasedUserException.class);
    assertThatThrownBy(() -> store.folds().commit(anna.revision(9, draft)))
        .isInstanceOf(ErasedUserException.class);
    assertThatThrownBy(() -> store.folds().commit(anna.revision(9, null)))
        .isInstanceOf(ErasedUserException.class);
    assertThatThrownBy(() -> store.corrections().add(anna.person().id(), anna.correction()))
        .isInstanceOf(ErasedUserException.class);
    reopen();
    assertThatThrownBy(
            () ->
                store
                    .inbox()
                    .append(
                        Samples.entry(
                            anna.person().id(),
                            anna.install().id(),
                            "later",
                            Samples.allStreams(0))))
        .isInstanceOf(ErasedUserException.class);
    assertThat(factsOf(anna.person())).isZero();
  }

  @Test
  void aParkedInputIsNotPutBack() {
    long parked =
        store.inbox().listParked().stream().map(ParkedInput::id).findFirst().orElseThrow();

    erase(anna);

    assertThat(store.inbox().replay(parked)).isFalse();
    assertThat(factsOf(anna.person())).isZero();
  }

  @Test
  void installsAndTokensAreKnownAsErasedFromTheBeginningOn() {
    store.erasures().begin(anna.person().id(), NOW);

    assertThat(store.identities().findInstall(anna.install().id()).orElseThrow().state())
        .isEqualTo(Install.State.DELETED);
    assertThat(store.erasures().isErased(anna.token())).isTrue();
    assertThat(store.erasures().isErased(new Secret(anna.token().id(), "guessed"))).isFalse();
    assertThat(store.erasures().isErased(berta.token())).isFalse();

    erase(anna);
    reopen();

    assertThat(store.erasures().isErased(anna.token())).isTrue();
    assertThat(store.erasures().findErasedInstall(anna.install().id())).contains(application.id());
    assertThat(store.erasures().findErasedInstall(berta.install().id())).isEmpty();
    assertThat(store.links().link(application.id(), anna.install().id(), "x"))
        .isEqualTo(new Linking.Decision.Refused(Linking.Refusal.INSTALL_DELETED));
  }

  @Test
  void anExternalIdIsFreeAtOnceForANewPerson() {
    var externalId = String.valueOf(anna.person().externalId());
    store.erasures().begin(anna.person().id(), NOW);

    assertThat(store.identities().listUsers(application.id(), externalId, null, 9)).isEmpty();
  }

  @Test
  void whatWasBegunIsKnownAfterACrashAndEachStepMayBeDoneTwice() {
    store.erasures().begin(anna.person().id(), NOW);
    store.erasures().begin(berta.person().id(), NOW.plusSeconds(1));
    store.erasures().removeFacts(anna.person().id());
    reopen();

    assertThat(store.erasures().listUnfinished())
        .containsExactly(anna.person().id(), berta.person().id());
    erase(anna);
    store.erasures().removeFacts(anna.person().id());
    store.erasures().finish(anna.person().id(), PATIENCE);

    assertThat(store.erasures().listUnfinished()).containsExactly(berta.person().id());
    assertThat(store.erasures().begin(anna.person().id(), NOW)).isFalse();
  }
}
