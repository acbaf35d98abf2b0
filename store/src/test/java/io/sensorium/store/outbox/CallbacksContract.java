package io.sensorium.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.store.StoreException;
import io.sensorium.store.outbox.Callback.Disabled;
import io.sensorium.store.outbox.Callback.Reason;
import io.sensorium.store.outbox.Callback.State;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.sealing.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all callbacks do. */
public abstract class CallbacksContract extends OutboxContract {

  @Test
  void aCallbackIsFoundByItsOwnerAlone() {
    var made = callbacks.create(new NewCallback(ANNA, BERT, URL, 3, NOON)).orElseThrow();
    reopen();

    var callback = made.callback();
    assertThat(callbacks.find(ANNA, callback.id())).contains(callback);
    assertThat(callbacks.list(ANNA)).containsExactly(callback);
    assertThat(callback)
        .isEqualTo(new Callback(callback.id(), ANNA, BERT, URL, 3, NOON, null, null));
    assertThat(callback.state()).isEqualTo(State.ACTIVE);
    assertThat(callbacks.find(BERT, callback.id())).isEmpty();
    assertThat(callbacks.list(BERT)).isEmpty();
  }

  @Test
  void anIdIsNotGivenAgainWhenItsCallbackIsGone() {
    var first = callback(ANNA).id();
    callbacks.delete(ANNA, first);

    assertThat(callback(ANNA).id().value()).isGreaterThan(first.value());
  }

  @Test
  void anOwnerHasTwentyAtTheMost() {
    for (int i = 0; i < Callbacks.MAX_PER_OWNER; i++) {
      callback(ANNA);
    }

    assertThat(callbacks.create(new NewCallback(ANNA, null, URL, 1, NOON))).isEmpty();
    assertThat(callbacks.create(new NewCallback(BERT, null, URL, 1, NOON))).isPresent();
  }

  @Test
  void onlyTheOwnerDeletes() {
    var callback = callback(ANNA);
    var other = callback(ANNA);

    assertThat(callbacks.delete(BERT, callback.id())).isFalse();
    assertThat(callbacks.delete(ANNA, callback.id())).isTrue();
    assertThat(callbacks.delete(ANNA, callback.id())).isFalse();
    assertThat(callbacks.list(ANNA)).containsExactly(other);
    assertThat(callbacks.deleteAll(BERT)).isZero();
    assertThat(callbacks.deleteAll(ANNA)).isEqualTo(1);
    assertThat(callbacks.list(ANNA)).isEmpty();
  }

  @Test
  void deliveriesGoWithTheirCallback() {
    var callback = callback(ANNA);
    tell(callback.id(), "a", NOON);

    callbacks.delete(ANNA, callback.id());

    assertThat(deliveries.list(callback.id(), Optional.empty(), 10)).isEmpty();
    assertThat(queue.listDueCallbacks(NOON)).isEmpty();
  }

  @Test
  void whatIsWantedFollowsWhatIsActive() {
    assertThat(callbacks.wantedBits()).isZero();
    var one = callbacks.create(new NewCallback(ANNA, null, URL, 1, NOON)).orElseThrow().callback();
    callbacks.create(new NewCallback(BERT, null, URL, 4, NOON));
    assertThat(callbacks.wantedBits()).isEqualTo(5);

    callbacks.change(ANNA, one.id(), URL, 2);
    assertThat(callbacks.wantedBits()).isEqualTo(6);
    callbacks.disable(ANNA, one.id(), NOON);
    assertThat(callbacks.wantedBits()).isEqualTo(4);
    callbacks.enable(ANNA, one.id());
    assertThat(callbacks.wantedBits()).isEqualTo(6);
    callbacks.deleteAll(BERT);
    reopen();
    assertThat(callbacks.wantedBits()).isEqualTo(2);
    callbacks.delete(ANNA, one.id());
    assertThat(callbacks.wantedBits()).isZero();
  }

  @Test
  void theSecretSignsAfterARestart() {
    var made = callbacks.create(new NewCallback(ANNA, null, URL, 1, NOON)).orElseThrow();
    reopen();

    assertThat(callbacks.listSecrets(made.callback().id(), NOON)).containsExactly(made.secret());
  }

  @Test
  void bothSecretsSignForADayAfterARotation() {
    var made = callbacks.create(new NewCallback(ANNA, null, URL, 1, NOON)).orElseThrow();
    var id = made.callback().id();

    assertThat(callbacks.rotateSecret(BERT, id, NOON)).isEmpty();
    var newer = callbacks.rotateSecret(ANNA, id, NOON).orElseThrow();
    var overlapEnd = NOON.plus(Callbacks.SECRET_OVERLAP);

    assertThat(newer).isNotEqualTo(made.secret());
    assertThat(callbacks.listSecrets(id, NOON)).containsExactly(newer, made.secret());
    assertThat(callbacks.listSecrets(id, overlapEnd.minusSeconds(1))).hasSize(2);
    assertThat(callbacks.listSecrets(id, overlapEnd)).containsExactly(newer);
  }

  @Test
  void aSecretCannotBeReadUnderAnotherKey() throws IOException {
    var id = callback(ANNA).id();
    Files.delete(keyDirectory.resolve(SealingKey.FILE_NAME));
    reopen();

    assertThatThrownBy(() -> callbacks.listSecrets(id, NOON))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("secret.key");

    var newer = callbacks.rotateSecret(ANNA, id, NOON).orElseThrow();
    var later = NOON.plus(Callbacks.SECRET_OVERLAP);
    assertThat(callbacks.listSecrets(id, later)).containsExactly(newer);
  }

  @Test
  void theOwnerDisablesAndEnables() {
    var callback = callback(ANNA);
    tell(callback.id(), "a", NOON);

    assertThat(callbacks.disable(BERT, callback.id(), NOON)).isFalse();
    assertThat(callbacks.disable(ANNA, callback.id(), NOON)).isTrue();
    assertThat(callbacks.disable(ANNA, callback.id(), NOON.plusSeconds(1))).isTrue();

    var disabled = callbacks.find(ANNA, callback.id()).orElseThrow();
    assertThat(disabled.state()).isEqualTo(State.DISABLED);
    assertThat(disabled.disabled()).isEqualTo(new Disabled(Reason.OWNER, NOON));
    assertThat(queue.listDueCallbacks(NOON)).isEmpty();
    assertThat(deliveries.list(callback.id(), Optional.empty(), 10))
        .singleElement()
        .satisfies(d -> assertThat(d.state()).isEqualTo(Delivery.State.FAILED));

    assertThat(callbacks.enable(BERT, callback.id())).isFalse();
    assertThat(callbacks.enable(ANNA, callback.id())).isTrue();
    assertThat(callbacks.find(ANNA, callback.id())).contains(callback);
  }
}
