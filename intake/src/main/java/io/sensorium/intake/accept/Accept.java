package io.sensorium.intake.accept;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.inbox.NewEntry;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one way in for phones' signals, whether they come by HTTP or from a file.
 *
 * <p>What a receipt calls accepted is on disk. Safe for use by many threads.
 */
public final class Accept {

  /** The short way in: takes a batch in with all that it leads to, in one transaction. */
  @FunctionalInterface
  public interface AtOnce {

    /** Nobody takes it. */
    AtOnce NEVER = _ -> Optional.empty();

    /**
     * Returns when the batch is on disk; empty, and nothing is done, when it must wait its turn.
     */
    Optional<Appended> take(NewEntry batch);
  }

  private final Inbox inbox;
  private final Admission admission;
  private final AtOnce atOnce;
  private final Consumer<UserId> onAccepted;

  /**
   * @param atOnce is asked first; what it does not take goes into the inbox
   * @param onAccepted told of a user after a new batch of theirs is in the inbox; should return at
   *     once
   */
  public Accept(Inbox inbox, Admission admission, AtOnce atOnce, Consumer<UserId> onAccepted) {
    this.inbox = inbox;
    this.admission = admission;
    this.atOnce = atOnce;
    this.onAccepted = onAccepted;
  }

  /**
   * Returns when there is room; ways in ask before they read a body.
   *
   * @throws io.sensorium.intake.OverloadedException when there is none
   */
  public void requireRoom() {
    admission.requireRoom();
  }

  /**
   * Stores the good items of a batch. A batch without good items is answered and not stored.
   *
   * @throws io.sensorium.intake.OverloadedException when there is no room
   * @throws io.sensorium.store.StoreException when it could not be stored
   */
  public Receipt accept(Submission submission) {
    admission.requireRoom();
    var batch = submission.batch();
    var receipt = Receipt.of(batch.signals().itemCount(), batch.rejections());
    if (batch.signals().isEmpty()) {
      return receipt;
    }
    var appended = store(entryOf(submission, receipt));
    return appended.duplicate()
        ? ReceiptJson.read(appended.receipt()).asDuplicate()
        : receipt.storedAt(appended.position());
  }

  private Appended store(NewEntry entry) {
    var taken = atOnce.take(entry);
    if (taken.isPresent()) {
      return taken.get();
    }
    var appended = inbox.append(entry);
    if (!appended.duplicate()) {
      onAccepted.accept(entry.user());
    }
    return appended;
  }

  private static NewEntry entryOf(Submission submission, Receipt receipt) {
    var batch = submission.batch();
    Signals signals = withFixesInOrder(batch.signals());
    String key =
        batch.batchId() == null ? ContentKey.of(signals, batch.rejections()) : batch.batchId();
    return new NewEntry(
        submission.user(),
        submission.install(),
        key,
        submission.receivedAt(),
        signals,
        ReceiptJson.write(receipt));
  }

  private static Signals withFixesInOrder(Signals signals) {
    return new Signals(
        signals.fixes().sortedDistinct(),
        signals.motion(),
        signals.activity(),
        signals.phone(),
        signals.steps());
  }
}
