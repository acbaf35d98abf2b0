package io.sensorium.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void aReportIsMarkdown() {
    var goals =
        Goal.table(
            List.of(Goal.atMost("time", 5, 6.25, " s"), Goal.atLeast("stay F1", 0.99, 0.9951, "")));
    var report = new Report("month", List.of(goals), List.of("A note."));

    assertThat(report.markdown("A machine"))
        .isEqualTo(
            """
            ### month

            A machine

            **Goals**

            | goal | asked | measured | met |
            | --- | ---: | ---: | ---: |
            | time | <= 5 s | 6.25 s | **no** |
            | stay F1 | >= 0.99 | 0.9951 | yes |

            - A note.
            """);
  }

  @Test
  void aFigureThatCouldNotBeComputedMeetsNoGoal() {
    assertThat(Goal.atMost("time", 5, Double.NaN, " s"))
        .isEqualTo(new Goal("time", "<= 5 s", "- s", false));
  }

  @Test
  void nothingIsShownAsNought() {
    assertThat(Goal.atMost("false trips", 0, 0, ""))
        .isEqualTo(new Goal("false trips", "<= 0", "0", true));
  }

  @Test
  void recordedResultsReplaceThoseOfTheSameBenchOnly() {
    var text =
        """
        # Results
        <!-- begin home -->
        old
        <!-- end home -->
        <!-- begin month -->
        kept
        <!-- end month -->
        """;

    var replaced = RecordedResults.replaced(text, "home", "new\n");

    assertThat(replaced).isEqualTo(text.replace("old", "new"));
  }

  @Test
  void resultsHaveNoPlaceWithoutMarkers() {
    assertThatThrownBy(() -> RecordedResults.replaced("# Results\n", "home", "new\n"))
        .hasMessage("the file has no markers for home");
  }

  @Test
  void theMachineIsReadFromLinux() {
    var machine =
        Machine.of(
            "processor\t: 0\nmodel name\t: Some CPU\n", "MemTotal:       2097152 kB\n", 2, "25");

    assertThat(machine.describe()).isEqualTo("Some CPU, 2 cores, 2048 MiB, JDK 25");
  }
}
