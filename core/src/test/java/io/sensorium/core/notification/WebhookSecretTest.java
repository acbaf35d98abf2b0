package io.sensorium.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

  @Test
  void aDrawnSecretIsThirtyTwoBytesInBase64AfterThePrefix() {
    var secret = WebhookSecret.draw(new Random(1));

    assertThat(secret.text()).startsWith("whsec_").hasSize(6 + 44);
    assertThat(secret.key()).hasSize(32);
    assertThat(WebhookSecret.of(secret.key())).isEqualTo(secret);
  }

  @Test
  void aSecretDoesNotShowInItsTextForm() {
    var secret = WebhookSecret.draw(new Random(1));

    assertThat(secret.toString()).isEqualTo("WebhookSecret[whsec_***]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void aKeyThatIsTooShortOrTooLongIsRefused(int length) {
    assertThatThrownBy(() -> WebhookSecret.of(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTextWithoutThePrefixIsRefused() {
    var bare = Base64.getEncoder().encodeToString(new byte[32]);

    assertThatThrownBy(() -> new WebhookSecret(bare)).isInstanceOf(IllegalArgumentException.class);
  }
}
