package io.sensorium.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.UserId;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.erasure.ErasedUserException;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all lists of followed users do. */
public abstract class FollowersContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration KEPT_FOR = TimelineNotifications.KEPT_FOR;

  private final Samples samples = new Samples(6);
  private final UserId anna = samples.user();
  private final UserId bert = samples.user();
  private StoreFixture fixture;
  private Store store;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private Followers followers() {
    return store.timelineOutbox().followers();
  }

  @Test
  void whoIsFollowedIsSoForAsLongAsAStreamMayGoOn() {
    followers().follow(anna, NOON);

    assertThat(followers().isFollowed(anna, NOON)).isTrue();
    assertThat(followers().isFollowed(anna, NOON.plus(KEPT_FOR))).isTrue();
    assertThat(followers().isFollowed(anna, NOON.plus(KEPT_FOR).plusSeconds(7_200))).isFalse();
    assertThat(followers().isFollowed(bert, NOON)).isFalse();
  }

  @Test
  void aStreamThatGoesOnKeepsItsUserFollowed() {
    for (int hour = 0; hour < 48; hour++) {
      followers().follow(anna, NOON.plus(Duration.ofHours(hour)));
    }

    assertThat(followers().isFollowed(anna, NOON.plus(Duration.ofHours(47)).plus(KEPT_FOR)))
        .isTrue();
  }

  @Test
  void aRestartForgetsNobody() {
    followers().follow(anna, NOON);
    store.close();

    store = fixture.open();

    assertThat(followers().isFollowed(anna, NOON.plus(KEPT_FOR))).isTrue();
    assertThat(followers().isFollowed(bert, NOON)).isFalse();
  }

  @Test
  void whoIsFollowedNoMoreIsForgotten() {
    followers().follow(anna, NOON);
    followers().follow(bert, NOON.plus(Duration.ofDays(3)));

    followers().prune(NOON.plus(Duration.ofDays(3)));
    store.close();
    store = fixture.open();

    assertThat(followers().isFollowed(anna, NOON)).isFalse();
    assertThat(followers().isFollowed(bert, NOON.plus(Duration.ofDays(3)))).isTrue();
  }

  @Test
  void anErasedUserIsNotFollowed() {
    store.erasures().removeFacts(anna);

    assertThatThrownBy(() -> followers().follow(anna, NOON))
        .isInstanceOf(ErasedUserException.class);
    assertThat(followers().isFollowed(anna, NOON)).isFalse();
  }
}
