package io.sensorium.api.sensors.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.common.Allowance;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Headers;
import io.sensorium.api.common.Query;
import io.sensorium.api.common.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json; charset=utf-8";

  private static Parameters query(String query) {
    return Parameters.of(Query.parse(query));
  }

  private static Parameters read(String query, String contentType, byte[] body) {
    var headers = Headers.of(Map.of("Content-Type", List.of(contentType)));
    var request =
        new Request(
            "POST",
            "/v1/alarms",
            Map.of(),
            Query.parse(query),
            headers,
            InetAddress.getLoopbackAddress(),
            true,
            new Allowance(),
            new ByteArrayInputStream(body));
    try {
      return Parameters.read(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parameters read(String query, String contentType, String body) {
    return read(query, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertInvalid(String parameter, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> {
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.parameter()).isEqualTo(parameter);
            });
  }

  @Test
  void aFormAndAnObjectSayTheSame() {
    var form = read("", FORM, "data_source=1&value=-5&direction=below&enabled=true");
    var json =
        read("", JSON, "{\"data_source\":1,\"value\":-5,\"direction\":\"below\",\"enabled\":true}");

    for (var parameters : List.of(form, json)) {
      assertThat(parameters.get("data_source")).isEqualTo("1");
      assertThat(parameters.getNumber("value")).isEqualTo(-5);
      assertThat(parameters.get("direction")).isEqualTo("below");
      assertThat(parameters.findBoolean("enabled")).hasValue(true);
    }
  }

  @Test
  void theBodyGoesBeforeTheQuery() {
    var parameters = read("name=query&impersonate=7", FORM, "name=body");

    assertThat(parameters.get("name")).isEqualTo("body");
    assertThat(parameters.get("impersonate")).isEqualTo("7");
  }

  @Test
  void anEmptyValueIsNone() {
    var parameters = query("name=&other=+&null");

    assertThat(parameters.find("name")).isEmpty();
    assertThat(parameters.find("other")).isEmpty();
    assertThat(parameters.isGiven("null")).isTrue();
    assertInvalid("name", () -> parameters.get("name"));
    assertThat(read("", JSON, "{\"name\":null}").isGiven("name")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "list, true",
    "list=, true",
    "list=1, true",
    "list=yes, true",
    "list=true, true",
    "list=0, false",
    "list=false, false",
    "list=FALSE, false",
    "other, false"
  })
  void aFlagIsOnWhenItIsThereAndDoesNotSayNo(String query, boolean on) {
    assertThat(query(query).isOn("list")).isEqualTo(on);
  }

  @Test
  void aFlagInAnObjectIsATruthValue() {
    assertThat(read("", JSON, "{\"list\":true}").isOn("list")).isTrue();
    assertThat(read("", JSON, "{\"list\":false}").isOn("list")).isFalse();
    assertThat(read("", JSON, "{\"list\":0}").isOn("list")).isFalse();
  }

  @Test
  void aListIsSeparatedByCommasOrAnArray() {
    assertThat(query("ids=1,2,%203").list("ids")).containsExactly("1", "2", "3");
    assertThat(query("ids=1,,2").list("ids")).containsExactly("1", "", "2");
    assertThat(query("ids=").list("ids")).isEmpty();
    assertThat(read("", JSON, "{\"ids\":[1,\"2\"]}").list("ids")).containsExactly("1", "2");
    assertInvalid("ids", () -> read("", JSON, "{\"ids\":[[1]]}").list("ids"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"a\":1}", "[]"})
  void anArrayOrObjectIsNoSingleValue(String value) {
    assertInvalid("name", () -> read("", JSON, "{\"name\":" + value + "}").find("name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "NaN", "Infinity", "1e999", "0x10", "1d", "1,5", "--1", "1e", "٣"})
  void aNumberIsDecimalAndFinite(String text) {
    assertInvalid("value", () -> read("", FORM, "value=" + text).getNumber("value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1.0", "1e2", "x", "99999999999999999999999", "1 2"})
  void aWholeNumberIsWithinItsLimits(String text) {
    assertInvalid("n", () -> read("", FORM, "n=" + text).findWhole("n", 1, 100));
  }

  @Test
  void aSignAndZerosBeforeAWholeNumberDoNotMatter() {
    assertThat(query("n=%2B007").findWhole("n", 1, 100)).hasValue(7L);
    assertThat(query("n=9223372036854775807").findWhole("n", 0, Long.MAX_VALUE))
        .hasValue(Long.MAX_VALUE);
  }

  @Test
  void whatCannotBeStoredIsRefused() {
    assertInvalid("name", () -> query("name=a%00b").find("name"));
    assertInvalid("name", () -> query("name=a%0Ab").find("name"));
    assertInvalid("name", () -> read("", JSON, "{\"name\":\"\\ud800\"}").find("name"));
    assertInvalid("name", () -> read("", JSON, "{\"name\":\"\\udc00\\ud800\"}").find("name"));
    assertThat(read("", JSON, "{\"name\":\"\\ud83c\\udf21 Køkken\"}").find("name"))
        .hasValue("🌡 Køkken");
    assertInvalid("name", () -> query("name=abc").getText("name", 2));
  }

  @Test
  void aBodyThatIsNotUtf8OrNoObjectIsRefused() {
    assertThatThrownBy(() -> read("", FORM, new byte[] {'n', '=', (byte) 0xff}))
        .isInstanceOf(ApiError.class);
    assertThatThrownBy(() -> read("", JSON, "[1]")).isInstanceOf(ApiError.class);
    assertThatThrownBy(() -> read("", JSON, "{\"a\":")).isInstanceOf(ApiError.class);
  }
}
