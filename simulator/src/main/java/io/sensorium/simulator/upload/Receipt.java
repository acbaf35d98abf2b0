package io.sensorium.simulator.upload;

import java.util.List;

/**
 * What the server answered to a batch.
 *
 * @param accepted items that are on its disk
 * @param duplicate whether it had the batch already
 */
public record Receipt(int accepted, List<Rejection> rejected, boolean duplicate) {

  /** One item that the server did not take. */
  public record Rejection(String stream, int index, String reason) {}

  public Receipt {
    rejected = List.copyOf(rejected);
  }
}
