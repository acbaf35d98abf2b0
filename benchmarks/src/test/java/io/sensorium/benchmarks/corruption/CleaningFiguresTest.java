package io.sensorium.benchmarks.corruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.cleaning.Verdict;
import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleaningFiguresTest {

  private static final FixTrack ARCHIVE = fixes(0, 1, 2, 3, 4, 5);
  private static final SpoiltTrack SPOILT =
      new SpoiltTrack(
          ARCHIVE,
          fixes(0, 2, 4),
          List.of(new Spike(fixes(1), 70), new Spike(fixes(3), 4_000), new Spike(fixes(5), 20)));

  @Test
  void spikesAreSeenAndGoodFixesLostByTheVerdictsOfTheirRows() {
    var verdicts =
        List.of(
            Verdict.ACCEPTED,
            Verdict.ACCEPTED,
            Verdict.SPIKE,
            Verdict.WRONG_CLOCK,
            Verdict.ACCEPTED,
            Verdict.SPIKE);

    var figures = CleaningFigures.of(SPOILT, ARCHIVE, verdicts, new Counts(1, 2, 3));

    assertThat(figures.seen()).isEqualTo(new Share(1, 2));
    assertThat(figures.seenBySize().getFirst()).isEqualTo(new Share(0, 1));
    assertThat(figures.seenBySize().getLast()).isEqualTo(new Share(1, 1));
    assertThat(figures.lost()).isEqualTo(new Share(1, 3));
  }

  @Test
  void sumsAddWhatEachTrackTells() {
    var verdicts =
        List.of(
            Verdict.ACCEPTED,
            Verdict.SPIKE,
            Verdict.ACCEPTED,
            Verdict.SPIKE,
            Verdict.ACCEPTED,
            Verdict.SPIKE);
    var figures = CleaningFigures.of(SPOILT, ARCHIVE, verdicts, new Counts(1, 2, 3));

    var sum = CleaningFigures.sum(List.of(figures, figures));

    assertThat(sum.seen()).isEqualTo(new Share(4, 4));
    assertThat(sum.lost()).isEqualTo(new Share(0, 6));
    assertThat(sum.stays()).isEqualTo(new Counts(2, 4, 6));
  }

  private static FixTrack fixes(long... seconds) {
    var fixes = new FixTrack.Builder(seconds.length);
    for (long second : seconds) {
      fixes.add(GpsFix.at(Instant.ofEpochSecond(second), new LatLon(51, 3), 10));
    }
    return fixes.build();
  }
}
