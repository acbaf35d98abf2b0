package io.sensorium.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.signals.Signals;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every inbox does. */
public abstract class InboxContract {

  private final Samples samples = new Samples(1);
  private StoreFixture fixture;
  private Store store;
  private Inbox inbox;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    reopen();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void reopen() {
    if (store != null) {
      store.close();
    }
    store = fixture.open();
    inbox = store.inbox();
  }

  @Test
  void anEntryComesBackAsItWasAppended() {
    var user = samples.user();
    var entry = samples.entry(user, Samples.allStreams(0));

    var appended = inbox.append(entry);

    assertThat(appended.duplicate()).isFalse();
    assertThat(appended.receipt()).isEqualTo(entry.receipt());
    assertThat(inbox.listEntries(user, 1_000))
        .containsExactly(
            new InboxEntry(
                appended.position(), user, entry.install(), entry.receivedAt(), entry.signals()));
  }

  @Test
  void positionsRiseAndAreNeverGivenTwiceEvenWhenTheLastEntryIsGone() {
    var user = samples.user();
    long first = inbox.append(samples.entry(user, signals(0))).position();
    long second = inbox.append(samples.entry(user, signals(1))).position();
    inbox.park(second, "poisonous", Samples.START);

    reopen();
    long third = inbox.append(samples.entry(user, signals(2))).position();
    inbox.forgetBatchesBefore(Samples.START.plusSeconds(1));
    inbox.replay(second);
    long fourth = inbox.listEntries(user, 1_000).getLast().position();
    reopen();
    long fifth = inbox.append(samples.entry(user, signals(3))).position();

    assertThat(new long[] {first, second, third, fourth, fifth}).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aBatchThatIsSentAgainIsAnsweredTheSameAndNotStored() {
    var user = samples.user();
    var install = samples.install();
    inbox.append(Samples.entry(user, install, "key", signals(0)));
    reopen();

    var repeated =
        inbox.append(
            new NewEntry(user, install, "key", Samples.START, signals(0), "another receipt"));

    assertThat(repeated).isEqualTo(new Appended(0, true, "receipt of key"));
    assertThat(inbox.listEntries(user, 1_000)).hasSize(1);
  }

  @Test
  void theSameKeyOfAnotherInstallIsAnotherBatch() {
    var user = samples.user();
    inbox.append(Samples.entry(user, samples.install(), "key", signals(0)));

    var other = inbox.append(Samples.entry(user, samples.install(), "key", signals(0)));

    assertThat(other.duplicate()).isFalse();
  }

  @Test
  void aKeyIsFreeAgainAfterSevenDays() {
    var user = samples.user();
    var install = samples.install();
    inbox.append(Samples.entry(user, install, "key", signals(0)));
    var sixDaysLater = Samples.START.plus(Duration.ofDays(6));
    var eightDaysLater = Samples.START.plus(Duration.ofDays(8));

    var early = inbox.append(new NewEntry(user, install, "key", sixDaysLater, signals(1), "r2"));
    var late = inbox.append(new NewEntry(user, install, "key", eightDaysLater, signals(1), "r3"));

    assertThat(early.duplicate()).isTrue();
    assertThat(late.duplicate()).isFalse();
    assertThat(late.receipt()).isEqualTo("r3");
  }

  @Test
  void aForgottenKeyIsFreeAgain() {
    var user = samples.user();
    var install = samples.install();
    inbox.append(Samples.entry(user, install, "key", signals(0)));

    inbox.forgetBatchesBefore(Samples.START);
    var kept = inbox.append(Samples.entry(user, install, "key", signals(0)));
    inbox.forgetBatchesBefore(Samples.START.plusSeconds(1));
    var forgotten = inbox.append(Samples.entry(user, install, "key", signals(0)));

    assertThat(kept.duplicate()).isTrue();
    assertThat(forgotten.duplicate()).isFalse();
  }

  @Test
  void pendingUsersComeLongestWaitingFirst() {
    var early = samples.user();
    var late = samples.user();
    inbox.append(samples.entry(early, signals(0)));
    inbox.append(samples.entry(late, signals(0)));
    inbox.append(samples.entry(early, signals(1)));

    assertThat(inbox.listPendingUsers()).containsExactly(early, late);
  }

  @Test
  void entriesAreListedUpToTheNumberOfItemsButAtLeastOne() {
    var user = samples.user();
    inbox.append(samples.entry(user, Signals.ofFixes(Samples.fixes(0, 10, 1))));
    inbox.append(samples.entry(user, Signals.ofFixes(Samples.fixes(10, 20, 1))));
    inbox.append(samples.entry(user, Signals.ofFixes(Samples.fixes(20, 30, 1))));

    assertThat(inbox.listEntries(user, 5)).hasSize(1);
    assertThat(inbox.listEntries(user, 20)).hasSize(2);
    assertThat(inbox.listEntries(user, 29)).hasSize(2);
    assertThat(inbox.listEntries(user, 30)).hasSize(3);
    assertThat(inbox.listEntries(samples.user(), 30)).isEmpty();
  }

  @Test
  void aParkedInputIsOutOfTheWayUntilItIsReplayed() {
    var user = samples.user();
    long bad = inbox.append(samples.entry(user, signals(0))).position();
    long good = inbox.append(samples.entry(user, signals(1))).position();

    inbox.park(bad, "cannot be folded", Samples.START.plusSeconds(60));

    assertThat(inbox.listEntries(user, 100)).extracting(InboxEntry::position).containsOnly(good);
    assertThat(inbox.listParked())
        .containsExactly(
            new ParkedInput(
                bad, user, Samples.START, Samples.START.plusSeconds(60), "cannot be folded", 1));

    assertThat(inbox.replay(bad)).isTrue();
    assertThat(inbox.replay(bad)).isFalse();
    assertThat(inbox.listParked()).isEmpty();
    assertThat(inbox.listEntries(user, 100))
        .extracting(InboxEntry::signals)
        .containsExactly(signals(1), signals(0));
  }

  @Test
  void parkingWhatIsGoneDoesNothing() {
    inbox.park(99, "nothing there", Samples.START);

    assertThat(inbox.listParked()).isEmpty();
  }

  @Test
  void theStatusTellsHowFullTheInboxIs() {
    assertThat(inbox.status()).isEqualTo(new InboxStatus(0, 0, 0, 0, 0, 0));
    var user = samples.user();
    long first = inbox.append(samples.entry(user, signals(0))).position();
    long second = inbox.append(samples.entry(samples.user(), signals(1))).position();
    long third = inbox.append(samples.entry(user, signals(2))).position();
    inbox.park(first, "bad", Samples.START);

    var status = inbox.status();

    assertThat(status.position()).isEqualTo(third);
    assertThat(status.folded()).isEqualTo(second - 1);
    assertThat(status.entries()).isEqualTo(2);
    assertThat(status.bytes()).isPositive();
    assertThat(status.pendingUsers()).isEqualTo(2);
    assertThat(status.parked()).isEqualTo(1);
  }

  @Test
  void aBatchWithoutItemsIsRememberedAndLeavesNoEntry() {
    var user = samples.user();
    var install = samples.install();

    var first = inbox.append(Samples.entry(user, install, "empty", Signals.NONE));
    var again = inbox.append(Samples.entry(user, install, "empty", Signals.NONE));

    assertThat(first).isEqualTo(new Appended(0, false, "receipt of empty"));
    assertThat(again.duplicate()).isTrue();
    assertThat(inbox.listPendingUsers()).isEmpty();
  }

  private static Signals signals(long second) {
    return Signals.ofFixes(Samples.fixesAt(second));
  }
}
