package io.sensorium.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolylineTest {

  @Test
  void thePublishedExampleIsEncodedAsPublished() {
    var positions =
        List.of(new LatLon(38.5, -120.2), new LatLon(40.7, -120.95), new LatLon(43.252, -126.453));

    assertThat(Polyline.encode(positions)).isEqualTo("_p~iF~ps|U_ulLnnqC_mqNvxq`@");
    assertThat(Polyline.decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@")).isEqualTo(positions);
  }

  @Test
  void whatIsEncodedIsDecodedToFiveDecimals() {
    var random = new Random(2);
    var positions = new ArrayList<LatLon>();
    for (int i = 0; i < 10_000; i++) {
      positions.add(
          new LatLon(
              random.nextInt(-9_000_000, 9_000_001) / 1e5,
              random.nextInt(-18_000_000, 18_000_001) / 1e5));
    }

    assertThat(Polyline.decode(Polyline.encode(positions))).isEqualTo(positions);
  }

  @Test
  void aRepeatedPointIsKept() {
    var positions = List.of(new LatLon(51.1, 4.4), new LatLon(51.1, 4.4));

    assertThat(Polyline.decode(Polyline.encode(positions))).isEqualTo(positions);
  }

  @Test
  void aTextThatEndsInsideANumberIsRefused() {
    assertThatThrownBy(() -> Polyline.decode("_p~iF~ps|"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
