package io.sensorium.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventIdTest {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String ALPHABET = "0123456789abcdefABg-/:`\u00e9";

  @Test
  void anIdOfOneCharacterThatIsNotItsOwnIsRefused() {
    var random = new Random(4);
    var ids = new IdSource(random);
    for (int i = 0; i < 20_000; i++) {
      var id =
          new StringBuilder((i % 2 == 0 ? ids.newTransportId() : ids.newStationaryId()).value());
      assertThat(EventId.isValid(id.toString())).isTrue();
      id.setCharAt(random.nextInt(id.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));

      assertThat(EventId.isValid(id.toString())).isEqualTo(FORM.matcher(id).matches());
    }
    assertThat(EventId.isValid("")).isFalse();
    assertThat(EventId.isValid("0".repeat(63))).isFalse();
    assertThat(EventId.isValid("0".repeat(65))).isFalse();
  }
}
