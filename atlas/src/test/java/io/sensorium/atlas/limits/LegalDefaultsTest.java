package io.sensorium.atlas.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LegalDefaultsTest {

  private static final LegalDefaults DEFAULTS = LegalDefaults.load();

  private static LegalDefaults.Limit find(String country, String highway, boolean urban) {
    return DEFAULTS.find(country, Map.of("highway", highway), urban);
  }

  @Test
  void theLawOfTheCountryHoldsForTheKindOfRoad() {
    assertThat(LimitCode.kmh(find("PT", "motorway", false).code())).isEqualTo(120);
    assertThat(LimitCode.kmh(find("NO", "secondary", true).code())).isEqualTo(50);
    assertThat(LimitCode.kmh(find("NO", "secondary", false).code())).isEqualTo(80);
  }

  @Test
  void aMotorwayWithoutALimitIsKnownToHaveNone() {
    assertThat(find("DE", "motorway", false).code()).isEqualTo(LimitCode.NONE);
  }

  @Test
  void whereTheLawDiffersByPartThatOfMostPartsIsTheLeastSureAnswer() {
    var limit = find("US", "residential", true);

    assertThat(LimitCode.kmh(limit.code())).isEqualTo(40.23);
    assertThat(limit.source()).isEqualTo(LimitSource.FALLBACK_LAW);
  }

  @Test
  void aCountryThatIsNotKnownHasNoLimit() {
    assertThat(find("XX", "residential", true).source()).isEqualTo(LimitSource.UNKNOWN);
  }
}
