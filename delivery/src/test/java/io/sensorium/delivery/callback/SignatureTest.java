package io.sensorium.delivery.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.sensorium.core.notification.WebhookSecret;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final String BODY = "{\"data\":\"°C\"}";

  private final WebhookSecret secret = WebhookSecret.draw(new Random(1));
  private final WebhookSecret newer = WebhookSecret.draw(new Random(2));

  @Test
  void theExampleOfTheSpecificationIsSignedAsItSays() {
    var known = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    var headers =
        Signature.headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1_614_265_330),
            "{\"test\": 2432232314}",
            List.of(known));

    assertThat(headers)
        .containsExactly(
            Map.entry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            Map.entry("webhook-timestamp", "1614265330"),
            Map.entry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void anIndependentLibraryVerifiesWhatWeSign() {
    var headers = Signature.headers("msg_1", Instant.now(), BODY, List.of(secret));

    assertThat(verifies(secret, headers, BODY)).isTrue();
    assertThat(verifies(newer, headers, BODY)).isFalse();
    assertThat(verifies(secret, headers, BODY + " ")).isFalse();
  }

  @Test
  void duringARotationBothSecretsVerify() {
    var headers = Signature.headers("msg_1", Instant.now(), BODY, List.of(newer, secret));

    assertThat(verifies(secret, headers, BODY)).isTrue();
    assertThat(verifies(newer, headers, BODY)).isTrue();
  }

  @Test
  void anOldMessageIsRefusedByTheLibraryAsAReplay() {
    var tenMinutesAgo = Instant.now().minusSeconds(600);
    var headers = Signature.headers("msg_1", tenMinutesAgo, BODY, List.of(secret));

    assertThatThrownBy(() -> verify(secret, headers, BODY))
        .isInstanceOf(WebhookVerificationException.class);
  }

  private static boolean verifies(WebhookSecret secret, Map<String, String> headers, String body) {
    try {
      verify(secret, headers, body);
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  private static void verify(WebhookSecret secret, Map<String, String> headers, String body)
      throws WebhookVerificationException {
    var lists =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    newVerifier(secret).verify(body, HttpHeaders.of(lists, (_, _) -> true));
  }

  private static Webhook newVerifier(WebhookSecret secret) {
    try {
      return new Webhook(secret.text());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
