package io.sensorium.simulator.upload;

import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.random.Dice;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * In which order batches are sent.
 *
 * @param lateShare share of the batches that come later than their neighbours
 * @param latestBatches by how many batches they come later at most
 * @param duplicateShare share of the batches that are sent twice
 */
public record UploadPlan(double lateShare, int latestBatches, double duplicateShare) {

  /** Each batch once, in the order of time. */
  public static final UploadPlan IN_ORDER = new UploadPlan(0, 0, 0);

  /** As phones do: a tunnel here, a lost answer there. */
  public static final UploadPlan ORDINARY = new UploadPlan(0.05, 40, 0.02);

  /** Hardly a batch where it belongs. */
  public static final UploadPlan SHUFFLED = new UploadPlan(0.9, 60, 0.1);

  public UploadPlan {
    if (!(lateShare >= 0 && lateShare <= 1 && duplicateShare >= 0 && duplicateShare <= 1)) {
      throw new IllegalArgumentException("shares must be within 0..1");
    }
    if (latestBatches < 0 || (lateShare > 0 && latestBatches == 0)) {
      throw new IllegalArgumentException("latestBatches must be positive: " + latestBatches);
    }
  }

  /** Orders batches by a seed; holds no more than those that are late. Empty ones are left out. */
  public Stream<Upload> uploads(Stream<Signals> batches, long seed) {
    var sending =
        new Sending(
            batches.filter(batch -> !batch.isEmpty()).iterator(), new Dice(seed).fork("uploads"));
    var split = Spliterators.spliteratorUnknownSize(sending, Spliterator.ORDERED);
    return StreamSupport.stream(split, false);
  }

  private final class Sending implements Iterator<Upload> {

    private record Waiting(long dueBatch, Upload upload) {}

    private final Iterator<Signals> batches;
    private final Dice dice;
    private final List<Waiting> waiting = new ArrayList<>();
    private long batchNumber;

    Sending(Iterator<Signals> batches, Dice dice) {
      this.batches = batches;
      this.dice = dice;
    }

    @Override
    public boolean hasNext() {
      return batches.hasNext() || !waiting.isEmpty();
    }

    @Override
    public Upload next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all batches are sent");
      }
      while (batches.hasNext() && earliestDue() > batchNumber) {
        take();
      }
      return waiting.remove(earliest()).upload();
    }

    private void take() {
      batchNumber++;
      var upload = new Upload(batchId(), batches.next());
      boolean late = dice.chance(lateShare);
      waiting.add(new Waiting(batchNumber + (late ? delay() : 0), upload));
      if (dice.chance(duplicateShare)) {
        waiting.add(new Waiting(batchNumber + delay(), upload));
      }
    }

    private int delay() {
      return 1 + dice.below(Math.max(1, latestBatches));
    }

    private String batchId() {
      return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }

    private long earliestDue() {
      return waiting.isEmpty() ? Long.MAX_VALUE : waiting.get(earliest()).dueBatch();
    }

    private int earliest() {
      int earliest = 0;
      for (int i = 1; i < waiting.size(); i++) {
        if (waiting.get(i).dueBatch() < waiting.get(earliest).dueBatch()) {
          earliest = i;
        }
      }
      return earliest;
    }
  }
}
