package io.sensorium.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {

  @Test
  void parametersAreEscapedAndThoseWithoutAValueLeftOut() {
    var call = new Call("GET", "/a").query("b", "c d&e").query("f", null).query("g", 7L);

    assertThat(call).isEqualTo(new Call("GET", "/a?b=c%20d%26e&g=7", null));
  }

  @Test
  void aGeneratedCallPutsEverythingInItsPlace() {
    var sent = new ArrayList<Call>();
    var admin = new AdminCalls(call -> answering(sent, call, "{}"));

    admin.changeWebhook("an app", 7, new WebhookChange(null, List.of("moment"), true));

    assertThat(sent)
        .containsExactly(
            new Call(
                "PATCH",
                "/admin/v1/applications/an%20app/webhooks/7",
                "{\"types\":[\"moment\"],\"enabled\":true}"));
  }

  private static String answering(List<Call> sent, Call call, String body) {
    sent.add(call);
    return body;
  }

  @Test
  void whatANewerServerAddsIsPassedOverAndWhatIsAbsentIsNull() {
    var mobility =
        new MobilityCalls(
            _ ->
                """
                [{"type":"Stationary","start":"2026-03-02T07:00:00.000+01:00","end":null,
                  "analysis_type":"indepth","event_id":"e","latitude":51.5,"newer":{"a":[1]}}]
                """);

    var event = mobility.showEvent("u", "e").getFirst();

    assertThat(event.analysisType()).isEqualTo("indepth");
    assertThat(event.latitude()).isEqualTo(51.5);
    assertThat(event.end()).isNull();
    assertThat(event.mode()).isNull();
  }

  @Test
  void aRefusalIsReadAlsoWhenItIsNoJson() {
    var refused = new RefusedException(404, "{\"message\":\"gone\",\"errorCode\":\"NOT_FOUND\"}");
    var proxy = new RefusedException(502, "<html>");

    assertThat(refused).hasMessage("404: gone");
    assertThat(refused.errorCode()).isEqualTo("NOT_FOUND");
    assertThat(proxy.status()).isEqualTo(502);
    assertThat(proxy.errorCode()).isEmpty();
    assertThatThrownBy(
            () ->
                new DeviceCalls(
                        _ -> {
                          throw refused;
                        })
                    .listCorrections())
        .isSameAs(refused);
  }
}
