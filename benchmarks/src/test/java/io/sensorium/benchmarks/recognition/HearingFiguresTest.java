package io.sensorium.benchmarks.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.modes.ShippedModels;
import io.sensorium.simulator.phone.Sampling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A floor that whatever is changed must not fall below; simulated, so no evidence. */
class HearingFiguresTest {

  private static final int PEOPLE = 4;

  private final LegAnalysis legs = new LegAnalysis(ShippedModels.load());

  @Test
  void daysWithStepsAndMotionAreUnderstoodBetterThanByFixesAlone() {
    var numb = new ArrayList<HearingFigures>();
    var sensed = new ArrayList<HearingFigures>();
    for (int person = 0; person < PEOPLE; person++) {
      var history = RecognitionBench.history(person, Sampling.adaptive(), Duration.ofDays(2));
      var all = RecognitionBench.signals(history);
      numb.add(RecognitionBench.figures(history, all, Hearing.FIXES, legs));
      sensed.add(RecognitionBench.figures(history, all, Hearing.STEPS_AND_MOTION, legs));
    }
    var without = HearingFigures.sum(numb);
    var with = HearingFigures.sum(sensed);

    assertThat(with.stays().f1()).isGreaterThanOrEqualTo(without.stays().f1());
    assertThat(with.trips().f1()).isGreaterThanOrEqualTo(without.trips().f1());
    assertThat(with.mannerAgreement()).isGreaterThan(without.mannerAgreement() + 0.02);
    assertThat(median(with.boundaryErrorsSeconds()))
        .isLessThan(0.7 * median(without.boundaryErrorsSeconds()));
  }

  private static double median(List<Double> seconds) {
    return Quantiles.median(seconds);
  }
}
