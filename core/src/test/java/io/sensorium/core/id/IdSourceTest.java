package io.sensorium.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdSourceTest {

  private final IdSource ids = new IdSource(new Random(5));

  @Test
  void aStaysIdIsARandomUuid() {
    for (int i = 0; i < 1_000; i++) {
      var uuid = UUID.fromString(ids.newStationaryId().value());

      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
    }
  }

  @Test
  void aTransportsIdIs64HexadecimalDigits() {
    assertThat(ids.newTransportId().value()).matches("[0-9a-f]{64}");
  }

  @Test
  void userIdsAre24HexadecimalDigits() {
    assertThat(ids.newUserId().value()).matches("[0-9a-f]{24}");
  }
}
