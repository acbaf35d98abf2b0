package io.sensorium.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.store.StoreFixture;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What every store of retention does. */
public abstract class RetentionContract {

  protected abstract StoreFixture newFixture();

  @Test
  void daysHoldUntilTheyAreChangedOrTheLimitIsRemovedAlsoAfterARestart() {
    try (var fixture = newFixture()) {
      try (var store = fixture.open()) {
        assertThat(store.retention().findDays(RawKind.MEASUREMENTS)).isEmpty();

        store.retention().setDays(RawKind.MEASUREMENTS, OptionalInt.of(30));
        store.retention().setDays(RawKind.MEASUREMENTS, OptionalInt.of(90));
      }
      try (var store = fixture.open()) {
        assertThat(store.retention().findDays(RawKind.MEASUREMENTS)).hasValue(90);

        store.retention().setDays(RawKind.MEASUREMENTS, OptionalInt.empty());

        assertThat(store.retention().findDays(RawKind.MEASUREMENTS)).isEmpty();
      }
    }
  }
}
