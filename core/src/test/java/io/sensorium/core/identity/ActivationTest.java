package io.sensorium.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Install.Device.Form;
import io.sensorium.core.identity.Install.State;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActivationTest {

  private final IdSource ids = new IdSource(new Random(4));

  private Install install(Form form, State state) {
    return new Install(
        ids.newInstallId(),
        ids.newUserId(),
        ids.newApplicationId(),
        new Install.Device(null, null, null, form),
        state,
        Instant.EPOCH,
        true);
  }

  @Test
  void theLastOneTakesOver() {
    var phone = install(Form.PHONE, State.ACTIVE);
    var old = install(Form.PHONE, State.DEACTIVATED);

    assertThat(Activation.takesOver(Form.PHONE, List.of(old, phone))).isTrue();
    assertThat(Activation.displaced(List.of(old, phone))).containsExactly(phone.id());
  }

  @Test
  void aTabletTakesOverFromTabletsAndFromPhonesThatAreNotActive() {
    var tablet = install(Form.TABLET, State.ACTIVE);
    var old = install(Form.PHONE, State.DISABLED);

    assertThat(Activation.takesOver(Form.TABLET, List.of(tablet, old))).isTrue();
    assertThat(Activation.takesOver(Form.TABLET, List.of())).isTrue();
    assertThat(Activation.takesOver(Form.TABLET, List.of(install(Form.PHONE, State.ACTIVE))))
        .isFalse();
  }
}
