package io.sensorium.api.sensors.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Query;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  private static java.util.Set<Long> list(String ids) {
    return Ids.list(Parameters.of(Query.parse("ids=" + ids)), "ids");
  }

  private static int status(String ids) {
    var thrown =
        org.assertj.core.api.Assertions.catchThrowableOfType(ApiError.class, () -> list(ids));
    return thrown.status();
  }

  @Test
  void idsAreTakenOnceInTheirOrder() {
    assertThat(list("3,1,3,%202,001")).containsExactly(3L, 1L, 2L);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400",
    "abc, 400",
    "'1,,2', 400",
    "'1,', 400",
    "-1, 400",
    "1.5, 400",
    "1e3, 400",
    "٣, 400",
    "0, 404",
    "99999999999999999999, 404",
    "'1,0', 404"
  })
  void whatIsNoNumberIsInvalidAndANumberThatNoIdHasIsUnknown(String ids, int status) {
    assertThat(status(ids)).isEqualTo(status);
  }

  @Test
  void atMostAThousandMayBeNamed() {
    var thousand =
        LongStream.rangeClosed(1, 1_000).mapToObj(Long::toString).collect(Collectors.joining(","));

    assertThat(list(thousand)).hasSize(1_000);
    assertThat(status(thousand + ",1001")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00", "-1", "+1", "a", "1 ", "9999999999999999999"})
  void aTextThatCannotBeAnIdIsNone(String text) {
    assertThat(Ids.parse(text)).isEmpty();
  }

  @Test
  void theErrorNamesTheParameter() {
    assertThatThrownBy(() -> Ids.get("data_source", "x"))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.parameter()).isEqualTo("data_source"));
  }
}
