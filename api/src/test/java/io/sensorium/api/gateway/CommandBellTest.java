package io.sensorium.api.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.GatewayId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandBellTest {

  private static final GatewayId HOME = new GatewayId(1);
  private static final GatewayId OFFICE = new GatewayId(2);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final CommandBell bell = new CommandBell();

  @Test
  void aRingThatCameBeforeTheWaitingIsHeard() throws Exception {
    try (var waiting = bell.begin(HOME)) {
      bell.ring(HOME);

      assertThat(waiting.await(LONG)).isTrue();
      assertThat(waiting.await(Duration.ZERO)).isFalse();
    }
  }

  @Test
  void aRingForAnotherIsNotHeard() throws Exception {
    try (var waiting = bell.begin(HOME)) {
      bell.ring(OFFICE);

      assertThat(waiting.await(Duration.ZERO)).isFalse();
    }
  }

  @Test
  void theNewestRequestOfAGatewayIsTheOneThatWaits() throws Exception {
    var older = bell.begin(HOME);
    try (var newer = bell.begin(HOME)) {
      assertThat(older.await(LONG)).isTrue();
      assertThat(older.isEnded()).isTrue();
      older.close();

      bell.ring(HOME);

      assertThat(newer.await(LONG)).isTrue();
      assertThat(newer.isEnded()).isFalse();
    }
    assertThat(bell.waitingCount()).isZero();
  }

  @Test
  void aStopEndsAllWaitingAlsoWhatBeginsAfterIt() throws Exception {
    try (var before = bell.begin(HOME)) {
      bell.close();
      try (var after = bell.begin(OFFICE)) {
        assertThat(before.await(LONG)).isTrue();
        assertThat(before.isEnded()).isTrue();
        assertThat(after.isEnded()).isTrue();
      }
    }
  }
}
