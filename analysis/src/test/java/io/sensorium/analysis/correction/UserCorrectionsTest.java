package io.sensorium.analysis.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.id.CorrectionId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserCorrectionsTest {

  private static final Claim BUS = new Claim.Mode(TransportMode.BUS);
  private static final Claim CAR = new Claim.Mode(TransportMode.CAR);
  private static final Claim NO_MODE = new Claim.Mode(null);

  private final List<Correction> given = new ArrayList<>();

  /** A correction of an event between two minutes. */
  private UserCorrectionsTest corrected(int start, int end, Claim claim) {
    var id = new CorrectionId("0".repeat(24));
    given.add(new Correction(id, given.size(), minute(start), minute(end), Instant.EPOCH, claim));
    return this;
  }

  private Optional<TransportMode> mode(int start, int end) {
    return new UserCorrections(given).modeOf(minute(start), minute(end));
  }

  private static long minute(int minute) {
    return minute * Micros.PER_MINUTE;
  }

  @Test
  void theEventThatWasCorrectedHasTheModeAndItsNeighboursHaveNot() {
    corrected(10, 20, BUS);

    assertThat(mode(10, 20)).contains(TransportMode.BUS);
    assertThat(mode(0, 10)).isEmpty();
    assertThat(mode(20, 30)).isEmpty();
    assertThat(new UserCorrections(given).placeOf(minute(10), minute(20))).isEmpty();
  }

  @Test
  void theMicrosecondsThatAreNotShownDoNotMatter() {
    corrected(10, 10, BUS);
    var corrections = new UserCorrections(given);

    assertThat(corrections.modeOf(minute(10) + 1, minute(10) + 999)).isPresent();
    assertThat(corrections.modeOf(minute(10) + 1_000, minute(11))).isEmpty();
  }

  @Test
  void anEventWhoseBoundariesMovedKeepsItsMode() {
    corrected(10, 20, BUS);

    assertThat(mode(7, 23)).contains(TransportMode.BUS);
    assertThat(mode(13, 17)).contains(TransportMode.BUS);
    assertThat(mode(15, 40)).contains(TransportMode.BUS);
    assertThat(mode(16, 40)).isEmpty();
  }

  @Test
  void anEventThatWasOpenGoesOnWithItsMode() {
    corrected(10, 10, BUS);
    corrected(50, 55, CAR);

    assertThat(mode(10, 45)).contains(TransportMode.BUS);
    assertThat(mode(0, 10)).isEmpty();
    assertThat(mode(50, 190)).contains(TransportMode.CAR);
  }

  @Test
  void ofAnEventThatIsSplitEachPartHasTheMode() {
    corrected(10, 40, BUS);

    assertThat(mode(10, 14)).contains(TransportMode.BUS);
    assertThat(mode(14, 40)).contains(TransportMode.BUS);
  }

  @Test
  void ofEventsThatBecameOneTheOneThatIsMostOfItCounts() {
    corrected(10, 40, BUS);
    corrected(40, 45, CAR);

    assertThat(mode(10, 45)).contains(TransportMode.BUS);
    assertThat(mode(40, 45)).contains(TransportMode.CAR);
  }

  @Test
  void theLaterCorrectionCountsAlsoWhenItTakesBack() {
    corrected(10, 20, BUS);
    assertThat(corrected(10, 21, CAR).mode(10, 20)).contains(TransportMode.CAR);
    assertThat(corrected(9, 20, NO_MODE).mode(10, 20)).isEmpty();
    assertThat(corrected(10, 20, BUS).mode(10, 20)).contains(TransportMode.BUS);
  }

  @Test
  void aNameAndWhetherItIsAStayAreKeptApart() {
    corrected(0, 60, new Claim.Place("Home"));
    corrected(0, 60, new Claim.NotAStay(true));

    var corrections = new UserCorrections(given);
    assertThat(corrections.placeOf(minute(5), minute(60))).contains("Home");
    assertThat(corrections.isNoStay(minute(5), minute(60))).isTrue();
    assertThat(corrections.isNoStay(minute(60), minute(90))).isFalse();
    assertThat(corrections.joinsTrips()).isTrue();

    corrected(0, 60, new Claim.NotAStay(false));
    assertThat(new UserCorrections(given).isNoStay(minute(5), minute(60))).isFalse();
  }

  @Test
  void aStayThatGrewLongerThanADayIsOne() {
    corrected(0, 10, new Claim.NotAStay(true));
    var corrections = new UserCorrections(given);

    assertThat(corrections.isNoStay(0, Micros.PER_DAY)).isTrue();
    assertThat(corrections.isNoStay(0, Micros.PER_DAY + 1)).isFalse();
  }

  @Test
  void withoutCorrectionsNothingIsCorrected() {
    assertThat(UserCorrections.NONE.modeOf(0, 1)).isEmpty();
    assertThat(UserCorrections.NONE.placeOf(0, 1)).isEmpty();
    assertThat(UserCorrections.NONE.isNoStay(0, 1)).isFalse();
    assertThat(UserCorrections.NONE.joinsTrips()).isFalse();
  }
}
