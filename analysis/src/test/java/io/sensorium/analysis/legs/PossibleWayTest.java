package io.sensorium.analysis.legs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PossibleWayTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  private static TrackStory ride() {
    return TrackStory.startingAt("2025-03-01T08:00:00Z", HOME).goMeters(3_000, 90, 12);
  }

  @Test
  void aPlaceOfHalfAnHourAgoThatAWakingPhoneTellsTwiceIsLeftOut() {
    var story = ride().meanwhileAt(Geodesy.destination(HOME, 90, 5_000)).silentFor("PT27M");
    story.report(Geodesy.destination(HOME, 90, 5_000)).silentFor("PT30S");
    int stale = story.track().size() - 1;
    story.report(Geodesy.destination(HOME, 90, 5_000)).silentFor("PT30S");
    story.meanwhileAt(Geodesy.destination(HOME, 90, 20_000)).goMeters(1_000, 90, 2);

    assertThat(leftOut(story)).contains(stale, stale + 1).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aFlightIsPossible() {
    var story = ride();
    for (int minute = 0; minute < 30; minute++) {
      story.goMeters(14_000, 90, 233);
    }

    assertThat(leftOut(story)).isEmpty();
  }

  @Test
  void soIsOneWithThePhoneSwitchedOff() {
    var story = ride().meanwhileAt(Geodesy.destination(HOME, 90, 1_000_000)).silentFor("PT2H");

    assertThat(leftOut(story.goMeters(2_000, 90, 1.4))).isEmpty();
  }

  @Test
  void twoLongPartsThatDoNotFitAreBothKept() {
    var story = ride().meanwhileAt(Geodesy.destination(HOME, 90, 60_000)).silentFor("PT1M");

    assertThat(leftOut(story.goMeters(3_000, 90, 12))).isEmpty();
  }

  @Test
  void nothingIsLeftOutOfNothing() {
    assertThat(PossibleWay.of(ride().track(), new int[0])).isEmpty();
    assertThat(PossibleWay.of(ride().track(), new int[] {3})).containsExactly(3);
  }

  private static List<Integer> leftOut(TrackStory story) {
    var track = story.track();
    var kept =
        IntStream.of(PossibleWay.of(track, IntStream.range(0, track.size()).toArray()))
            .boxed()
            .toList();
    return IntStream.range(0, track.size()).boxed().filter(row -> !kept.contains(row)).toList();
  }
}
