package io.sensorium.api.sensors.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Query;
import io.sensorium.core.id.SourceId;
import io.sensorium.store.measurement.Measurement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawOffsetTest {

  private static final Measurement LAST =
      new Measurement(
          new SourceId(220_200), 1_789_318_744_000_000L, 20.34, 1, 1_789_318_746_316_133L);

  private static Parameters parameters(String offset) {
    return Parameters.of(Query.parse("offset=" + offset));
  }

  @Test
  void itComesBackAsItWent() {
    var byDate = RawOffset.after(LAST, false, -7, 9);
    var bySeq = RawOffset.after(LAST, true, 0, Long.MAX_VALUE);

    assertThat(RawOffset.read(parameters(byDate.encode()))).hasValue(byDate);
    assertThat(RawOffset.read(parameters(bySeq.encode()))).hasValue(bySeq);
    assertThat(byDate.encode()).matches("[A-Za-z0-9_-]{1,80}");
    assertThat(byDate.lastRow().source()).isEqualTo(LAST.source());
    assertThat(byDate.lastRow().timeMicros()).isEqualTo(LAST.timeMicros());
    assertThat(byDate.lastRow().seq()).isEqualTo(LAST.seq());
  }

  @Test
  void zeroAndNothingAreTheBeginning() {
    assertThat(RawOffset.read(parameters("0"))).isEmpty();
    assertThat(RawOffset.read(parameters(""))).isEmpty();
    assertThat(RawOffset.read(Parameters.NONE)).isEmpty();
  }

  @Test
  void aTextThatWasChangedIsRefused() {
    var text = RawOffset.after(LAST, false, 0, 9).encode();
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      var changed = new StringBuilder(text);
      changed.setCharAt(random.nextInt(text.length()), "AZaz09_-".charAt(random.nextInt(8)));
      if (!changed.toString().equals(text)) {
        assertThat(RawOffset.decode(changed.toString()).filter(read -> !read.encode().equals(text)))
            .isEmpty();
      }
    }
  }

  @Test
  void whatNoAnswerGaveIsRefusedAlsoWithTheRightChecksum() {
    assertThat(RawOffset.decode(new RawOffset(false, 9, 0, 1, 1, 1).encode())).isEmpty();
    assertThat(RawOffset.decode(new RawOffset(false, 0, 9, 1, 0, 1).encode())).isEmpty();
    assertThat(RawOffset.decode(new RawOffset(false, 0, Long.MAX_VALUE, 1, 1, 1).encode()))
        .isEmpty();
    assertThat(RawOffset.decode(new RawOffset(true, -1, 9, 1, 1, 1).encode())).isEmpty();
    assertThat(RawOffset.decode(new RawOffset(true, 0, 9, 1, 1, -1).encode())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5000", "abc", "-1", "%C3%A9", "AQAAAAAA", "=", "AAAA====="})
  void anythingElseIsNoOffset(String text) {
    assertThatThrownBy(() -> RawOffset.read(parameters(text)))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.parameter()).isEqualTo("offset"));
  }
}
