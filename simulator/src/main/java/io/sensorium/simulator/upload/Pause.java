package io.sensorium.simulator.upload;

import java.time.Duration;

/** How a client waits before it tries again. */
@FunctionalInterface
public interface Pause {

  void pause(Duration duration) throws InterruptedException;
}
