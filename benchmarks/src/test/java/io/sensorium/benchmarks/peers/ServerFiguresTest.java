package io.sensorium.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerFiguresTest {

  @Test
  void aProcessCountsItsOwnTimeAndThatOfItsChildrenThatHaveEnded() {
    var stat = "42 (a (b) c) S 1 42 42 0 -1 4194560 9 9 0 0 100 20 3 4 20 0 1 0 5 6 7";

    assertThat(ServerFigures.cpuSeconds(stat)).isEqualTo(1.27);
  }

  @Test
  void aProcessThatHasEndedHoldsNoMemory() {
    assertThat(ServerFigures.peakRssBytes("Name:\tx\nVmHWM:\t     12 kB\n")).isEqualTo(12_288);
    assertThat(ServerFigures.peakRssBytes("Name:\tx\nState:\tZ (zombie)\n")).isZero();
  }

  @Test
  void thisProcessHasUsedSomething() {
    var figures = ServerFigures.of(ProcessHandle.current());

    assertThat(figures.cpuSeconds()).isPositive();
    assertThat(figures.peakRssBytes()).isPositive();
  }
}
