package io.sensorium.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.intake.signals.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptJsonTest {

  @Test
  void aReceiptHasTheFormThatSendersKnow() {
    var receipt = new Receipt(2, List.of(new Rejection("fixes", 1, "lat: \"x\"")), 1, false, 17);

    assertThat(ReceiptJson.write(receipt))
        .isEqualTo(
            "{\"accepted\":2,\"rejected\":[{\"stream\":\"fixes\",\"index\":1,"
                + "\"reason\":\"lat: \\\"x\\\"\"}],\"duplicate\":false}");
  }

  @Test
  void onlyWhereNotAllAreNamedTheCountIsTold() {
    var receipt = new Receipt(0, List.of(), 3, true, 0);

    assertThat(ReceiptJson.write(receipt))
        .isEqualTo("{\"accepted\":0,\"rejected\":[],\"rejected_count\":3,\"duplicate\":true}");
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    var rejections =
        List.of(new Rejection("fixes", 1, "lat: is missing"), new Rejection("steps", 2, "ü"));

    for (var receipt :
        List.of(
            new Receipt(2, rejections, 2, false, 0),
            new Receipt(2, rejections, 9, true, 0),
            new Receipt(2, List.of(), 0, true, 0))) {
      assertThat(ReceiptJson.read(ReceiptJson.write(receipt))).isEqualTo(receipt);
    }
  }
}
