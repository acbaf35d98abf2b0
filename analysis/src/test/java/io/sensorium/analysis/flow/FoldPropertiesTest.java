package io.sensorium.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.analysis.stories.TrackStory;
import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.time.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What must hold of the fold for every track. */
class FoldPropertiesTest {

  private static final LatLon HOME = new LatLon(51.0543, 3.7174);

  @Test
  void aFoldThatIsSavedAndRestoredGoesOnAsIfNothingHadHappened() {
    for (int seed = 0; seed < 500; seed++) {
      var random = TrackStory.random(seed);
      var track = randomDays(random, 60);
      int cut = random.nextInt(track.size());

      var whole = new ArrayList<Piece>();
      var uninterrupted = fold(FoldCursor.start(), track, 0, track.size(), whole);
      var parts = new ArrayList<Piece>();
      var first = fold(FoldCursor.start(), track, 0, cut, parts);
      var second = fold(FoldCursor.restore(first.save()), track, cut, track.size(), parts);

      assertThat(parts).as("seed %d", seed).isEqualTo(whole);
      assertThat(second.save()).as("seed %d", seed).isEqualTo(uninterrupted.save());
    }
  }

  @Test
  void piecesFollowEachOtherAndNeverOverlap() {
    for (int seed = 0; seed < 200; seed++) {
      var track = randomDays(TrackStory.random(seed), 120);
      var pieces = new ArrayList<Piece>();

      var cursor = fold(FoldCursor.start(), track, 0, track.size(), pieces);
      cursor.tail(cursor.lastTimeMicros()).pieces().forEach(open -> pieces.add(open.piece()));

      for (int i = 1; i < pieces.size(); i++) {
        assertThat(pieces.get(i).startMicros())
            .as("seed %d piece %d", seed, i)
            .isGreaterThanOrEqualTo(pieces.get(i - 1).endMicros());
        if (pieces.get(i) instanceof Piece.Trip) {
          assertThat(pieces.get(i).endMicros()).isGreaterThan(pieces.get(i).startMicros());
        }
      }
    }
  }

  @Test
  void theTailDoesNotChangeTheCursor() {
    var track = randomDays(TrackStory.random(5), 80);
    var cursor = FoldCursor.start();

    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, piece -> {});
      byte[] before = cursor.save();
      cursor.tail(cursor.lastTimeMicros() + Micros.PER_HOUR);
      assertThat(cursor.save()).isEqualTo(before);
    }
  }

  @Test
  void aChangedFixOfLongAgoIsForgottenAfterTwoStays() {
    for (int seed = 0; seed < 50; seed++) {
      var calm = commuting(seed, false);
      var stray = commuting(seed, true);

      var afterCalm = fold(FoldCursor.start(), calm, 0, calm.size(), new ArrayList<>());
      var afterStray = fold(FoldCursor.start(), stray, 0, stray.size(), new ArrayList<>());

      assertThat(afterStray.save()).as("seed %d", seed).isEqualTo(afterCalm.save());
    }
  }

  @Test
  void theStateStaysSmallAtAFixEverySecond() {
    var story = TrackStory.startingAt("2025-03-01T06:00:00Z", HOME).fixEvery("PT1S");
    story.noiseMeters(8, 3).stayFor("PT30M").goMeters(9_000, 40, 12).stayFor("PT4M");
    var track = story.goMeters(9_000, 40, 1.4).stayFor("PT30M").track();
    var cursor = FoldCursor.start();
    int largest = 0;

    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, piece -> {});
      largest = Math.max(largest, cursor.save().length);
    }

    assertThat(largest).isLessThan(3_000);
  }

  @Test
  void aStayIsASnapshot() {
    var story = TrackStory.startingAt("2025-03-01T06:00:00Z", HOME).stayFor("PT1H");
    var track = story.goMeters(6_000, 40, 12).stayFor("PT1H").track();
    var cursor = FoldCursor.start();
    int snapshots = 0;

    for (int row = 0; row < track.size(); row++) {
      cursor.fold(track, row, piece -> {});
      snapshots += cursor.wantsSnapshot() ? 1 : 0;
    }

    assertThat(snapshots).isEqualTo(2);
  }

  private static FoldCursor fold(
      FoldCursor cursor, FixTrack track, int from, int to, List<Piece> pieces) {
    for (int row = from; row < to; row++) {
      cursor.fold(track, row, pieces::add);
    }
    return cursor;
  }

  private static FixTrack commuting(long seed, boolean withStrayFix) {
    var office = Geodesy.destination(HOME, 70, 6_000);
    var story = TrackStory.startingAt("2025-03-01T06:00:00Z", HOME).noiseMeters(10, seed);
    story.stayFor("PT20M");
    if (withStrayFix) {
      story.meanwhileAt(Geodesy.destination(HOME, 200, 90));
    }
    story.report(HOME).silentFor("PT15S").meanwhileAt(HOME).stayFor("PT20M");
    story.goTo(office, 10).stayFor("PT2H").goTo(HOME, 10).stayFor("PT1H");
    var track = story.track();
    if (!withStrayFix) {
      return track;
    }
    var builder = new FixTrack.Builder(track.size());
    for (int row = 0; row < track.size(); row++) {
      builder.add(row == 40 ? moved(track.fix(row)) : track.fix(row));
    }
    return builder.build();
  }

  private static GpsFix moved(GpsFix fix) {
    return GpsFix.at(fix.time(), Geodesy.destination(fix.position(), 200, 400), 10);
  }

  /** Stays, walks, drives, silences, wild fixes and wrong clocks in any order. */
  private static FixTrack randomDays(RandomGenerator random, int chapters) {
    var fixes = new ArrayList<GpsFix>();
    var now = Instant.parse("2025-03-01T06:00:00Z");
    var here = HOME;
    for (int chapter = 0; chapter < chapters; chapter++) {
      int kind = random.nextInt(6);
      int count = 1 + random.nextInt(30);
      double bearingDeg = random.nextDouble() * 360;
      double stepMeters = kind < 3 ? 0 : kind == 3 ? 20 : 200;
      now = now.plusSeconds(kind == 5 ? random.nextInt(30 * 3_600) : 0);
      for (int i = 0; i < count; i++) {
        now = now.plusSeconds(random.nextInt(90));
        here = Geodesy.destination(here, bearingDeg, stepMeters);
        double errorMeters = random.nextInt(40) == 0 ? 3_000 : 30;
        var seen =
            Geodesy.destination(here, random.nextDouble() * 360, random.nextDouble() * errorMeters);
        double accuracyMeters = random.nextInt(8) == 0 ? 900 : 5 + random.nextInt(60);
        long clockErrorSeconds = random.nextInt(30) == 0 ? 3_600 : 0;
        fixes.add(
            new GpsFix(
                now.plusSeconds(clockErrorSeconds),
                seen,
                accuracyMeters,
                null,
                random.nextInt(4) == 0 ? random.nextDouble() * 20 : null,
                null,
                now.toEpochMilli(),
                LocationProvider.UNKNOWN));
      }
    }
    return FixTrack.of(fixes).sortedDistinct();
  }
}
