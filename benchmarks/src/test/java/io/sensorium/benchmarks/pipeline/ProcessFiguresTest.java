package io.sensorium.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFiguresTest {

  @Test
  void timesFollowANameThatMayHoldAnything() {
    var stat = "4711 (a (bad) name) S 1 2 3 4 5 6 7 8 9 10 1250 250 0 0 20 0 33 0 100 200 300";
    var status = "Name:\tjava\nVmPeak:\t  900000 kB\nVmHWM:\t  204800 kB\nVmRSS:\t  100000 kB\n";

    var figures = ProcessFigures.parse(stat, status);

    assertThat(figures.cpuSeconds()).isEqualTo(15);
    assertThat(figures.peakRssBytes()).isEqualTo(204_800L * 1_024);
  }
}
