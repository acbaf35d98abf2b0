package io.sensorium.intake.accept;

import io.sensorium.core.id.UserId;
import io.sensorium.store.inbox.Appended;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.inbox.InboxEntry;
import io.sensorium.store.inbox.InboxStatus;
import io.sensorium.store.inbox.NewEntry;
import io.sensorium.store.inbox.ParkedInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An inbox without a disk: it takes batches, knows their keys, and is never folded. */
public final class MemoryInbox implements Inbox {

  private final List<NewEntry> entries = new ArrayList<>();
  private final Map<String, NewEntry> byKey = new HashMap<>();

  /** What was taken, oldest first. */
  public List<NewEntry> taken() {
    return List.copyOf(entries);
  }

  @Override
  public Appended append(NewEntry entry) {
    var known = byKey.putIfAbsent(entry.install() + "/" + entry.batchKey(), entry);
    if (known != null) {
      return new Appended(0, true, known.receipt());
    }
    entries.add(entry);
    return new Appended(entries.size(), false, entry.receipt());
  }

  @Override
  public List<UserId> listPendingUsers() {
    return entries.stream().map(NewEntry::user).distinct().toList();
  }

  @Override
  public List<InboxEntry> listEntries(UserId user, int maxItems) {
    throw new UnsupportedOperationException("nothing is folded here");
  }

  @Override
  public void park(long position, String reason, Instant parkedAt) {
    throw new UnsupportedOperationException("nothing is folded here");
  }

  @Override
  public List<ParkedInput> listParked() {
    return List.of();
  }

  @Override
  public boolean replay(long parkedId) {
    return false;
  }

  @Override
  public InboxStatus status() {
    return new InboxStatus(entries.size(), 0, entries.size(), 0, listPendingUsers().size(), 0);
  }

  @Override
  public void forgetBatchesBefore(Instant instant) {
    byKey.clear();
  }
}
