package io.sensorium.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://receiver.example, 80",
    "HTTPS://receiver.example/hook?a=b, 443",
    "http://receiver.example:443/, 443",
    "https://receiver.example:8443/hook, 8443",
    "http://receiver.example:1880/node-red, 1880",
    "http://203.0.113.7:1024/, 1024",
    "https://[2001:db8::1]:65535/, 65535"
  })
  void aUrlOfAReceiverIsTaken(String text, int port) {
    var url = new CallbackUrl(text);

    assertThat(url.text()).isEqualTo(text);
    assertThat(url.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "receiver.example/hook",
        "//receiver.example/hook",
        "ftp://receiver.example/",
        "file:///etc/passwd",
        "http:///hook",
        "http:hook",
        "http://user@receiver.example/",
        "http://user:password@receiver.example/",
        "http://@receiver.example/",
        "http://receiver.example/#part",
        "http://receiver example/",
        "http://receiver.example/ hook",
        "http://receiver.example/\r\nX-Header: 1",
        "http://under_score.example/",
        "http://127.1/",
        "http://bücher.example/",
        "http://receiver.example:0/",
        "http://receiver.example:22/",
        "http://receiver.example:25/",
        "http://receiver.example:1023/",
        "http://receiver.example:6667/",
        "http://receiver.example:65536/"
      })
  void whatIsNoUrlOfAReceiverIsRefused(String text) {
    assertThatThrownBy(() -> new CallbackUrl(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUrlHasTwoThousandCharactersAtTheMost() {
    var longest = "http://receiver.example/" + "a".repeat(CallbackUrl.MAX_LENGTH - 24);

    assertThat(new CallbackUrl(longest).text()).hasSize(CallbackUrl.MAX_LENGTH);
    assertThatThrownBy(() -> new CallbackUrl(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000");
  }
}
