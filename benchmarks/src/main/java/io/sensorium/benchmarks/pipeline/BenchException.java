package io.sensorium.benchmarks.pipeline;

import org.jspecify.annotations.Nullable;

/** A bench that cannot be run or completed; the message tells the user why. */
public final class BenchException extends RuntimeException {

  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
