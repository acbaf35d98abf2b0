package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

  private static JsonObject parse(String json) {
    return JsonObject.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void textOfWholeCharactersIsTaken() {
    assertThat(parse("{\"a\":\"Zo\\u00eb \\ud83d\\ude00\\t\"}").getString("a"))
        .isEqualTo("Zoë 😀\t");
  }

  /** Two different ones would be kept as the same text, and PostgreSQL takes no zero. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"who\":\"anna\\ud83d\"}",
        "{\"who\":\"\\ude00\"}",
        "{\"who\":\"a\\u0000b\"}",
        "{\"who\":[1,\"\\u0000\"]}",
        "{\"in\":{\"who\":\"\\ud800\"}}"
      })
  void textThatCannotBeKeptIsRefusedByTheNameOfItsMember(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(ApiError.class)
        .hasMessage("who must be Unicode text without U+0000");
  }

  @Test
  void aNameThatCannotBeKeptIsRefused() {
    assertThatThrownBy(() -> parse("{\"\\u0000\":1}")).isInstanceOf(ApiError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":[1,", "{\"a\" 1}", "{\"a\":1,}", "{\"a\":tru}", "{a:1}"})
  void whatIsWrongIsToldWithoutTheParsersOwnAffairs(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(ApiError.class)
        .hasMessageStartingWith("the body is not JSON: ")
        .hasMessageNotContainingAny("Source", "REDACTED", "UNKNOWN")
        .hasMessageContaining("line 1, column ");
  }
}
