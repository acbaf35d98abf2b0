package io.sensorium.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyExpiryTest {

  private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

  private static Credential key(@Nullable Instant revokedAt) {
    return new Credential(
        "id",
        Credential.Kind.API_KEY,
        "app",
        "reader",
        Secret.sha256("x"),
        Set.of(),
        Instant.EPOCH,
        END,
        revokedAt);
  }

  @Test
  void aKeyThatIsLookedAtEachHourIsRemindedOfTwoWeeksAndOneWeekBefore() {
    var due = new ArrayList<Duration>();
    Instant last = END.minus(Duration.ofDays(365));
    for (var now = last.plusSeconds(60); now.isBefore(END); now = now.plus(Duration.ofHours(1))) {
      if (KeyExpiry.isReminderDue(key(null), last, now)) {
        due.add(Duration.between(now, END));
      }
      last = now;
    }

    assertThat(due).extracting(Duration::toDays).containsExactly(13L, 6L);
    assertThat(due).extracting(Duration::toHours).containsExactly(335L, 167L);
  }

  @Test
  void theFirstLookRemindsOfAllThatAreNear() {
    var near = END.minus(Duration.ofDays(10));

    assertThat(KeyExpiry.isReminderDue(key(null), null, near)).isTrue();
    assertThat(KeyExpiry.isReminderDue(key(null), null, END.minus(Duration.ofDays(15)))).isFalse();
    assertThat(KeyExpiry.isReminderDue(key(null), null, END)).isFalse();
    assertThat(KeyExpiry.isReminderDue(key(near.minusSeconds(1)), null, near)).isFalse();
  }
}
