package io.sensorium.intake.accept;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.inbox.NewEntry;
import java.util.function.Consumer;

/**
 * The one way in for phones' signals, whether they come by HTTP or from a file.
 *
 * <p>What a receipt calls accepted is on disk. Safe for use by many threads.
 */
public final class Accept {

  private final Inbox inbox;
  private final Admission admission;
  private final Consumer<UserId> onAccepted;

  /**
   * @param onAccepted told of a user after a new batch of theirs is on disk; should return at once
   */
  public Accept(Inbox inbox, Admission admission, Consumer<UserId> onAccepted) {
    this.inbox = inbox;
    this.admission = admission;
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
    Appended appended = inbox.append(entryOf(submission, receipt));
    if (appended.duplicate()) {
      return ReceiptJson.read(appended.receipt()).asDuplicate();
    }
    onAccepted.accept(submission.user());
    return receipt.storedAt(appended.position());
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
