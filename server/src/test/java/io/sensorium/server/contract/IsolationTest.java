package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Nobody reads, changes or learns of what is another's, but those above who may act for them. */
class IsolationTest {

  /** Every call that names something by an id: the method, the target and the form. */
  private static final List<String> BY_ID =
      List.of(
          "GET /v1/measurements?type=latest&data_sources={source}",
          "GET /v1/measurements?type=min_max&data_sources={source}",
          "GET /v1/measurements?type=range&data_sources={source}",
          "GET /v1/measurements?type=raw&data_sources={source}",
          "GET /v1/measurements?type=raw&seq_from=0&data_sources={source}",
          "GET /v1/alarms/history?alarms={alarm}",
          "GET /v1/workflows/{workflow}",
          "POST /v1/users/{user} fname=Hacked",
          "POST /v1/users/{user}/password password=12345678&new_password=87654321",
          "POST /v1/gateways serial={serial}",
          "POST /v1/gateways/{gateway} name=Hacked",
          "POST /v1/gateways/{gateway}/commands command=pairing_start",
          "POST /v1/sensors/{sensor} name=Hacked&interval=60",
          "POST /v1/measurements/corrections data_source={source}&seq={seq}&value=0",
          "POST /v1/alarms data_source={source}&value=0&direction=above",
          "POST /v1/alarms/dry_run data_source={source}&value=0&direction=above",
          "POST /v1/alarms/{alarm} value=0",
          "POST /v1/alarms/{alarm}/silence minutes=60",
          "POST /v1/callbacks/{callback} enabled=0",
          "POST /v1/callbacks/{callback}/secret x=y",
          "GET /v1/callbacks/{callback}/deliveries",
          "GET /v1/callbacks/{callback}/deliveries/{delivery}",
          "DELETE /v1/alarms/{alarm}",
          "DELETE /v1/callbacks/{callback}");

  /** Those for which there is nothing to do: 409 says so to the owner alone. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "POST /v1/alarms/{alarm}/ack comment=Hacked",
          "POST /v1/callbacks/{callback}/deliveries/{delivery}/replay x=y");

  /** Those that need no id. */
  private static final List<String> OF_ALL =
      List.of(
          "GET /v1/users",
          "GET /v1/users?list",
          "GET /v1/gateways",
          "GET /v1/alarms",
          "GET /v1/alarms/history",
          "GET /v1/callbacks",
          "POST /v1/users email=hacked@example.org&password=12345678&fname=a&lname=b",
          "POST /v1/callbacks url=https://hacked.invalid/&type=7",
          "DELETE /v1/alarms",
          "DELETE /v1/callbacks");

  private static final List<String> NAMING_AN_ID = joined(WITHOUT_EFFECT, BY_ID);
  @TempDir private static Path directory;
  private static SensorSite site;
  private static Person anna;
  private static Person child;
  private static Person grandChild;
  private static Person berta;
  private static Possessions annas;
  private static Possessions bertas;
  private static ListAppender<ILoggingEvent> audit;

  @BeforeAll
  static void twoFamilies() {
    audit = new ListAppender<>();
    audit.start();
    var log = (Logger) LoggerFactory.getLogger("io.sensorium.api.audit");
    log.setLevel(Level.INFO);
    log.setAdditive(false);
    log.addAppender(audit);
    site = SensorSite.start(directory);
    anna = site.newPerson("anna", "impersonate", "set_interval");
    child = site.newPerson("child", anna, "impersonate", "set_interval");
    grandChild = site.newPerson("grandchild", child, "impersonate", "set_interval");
    berta = site.newPerson("berta", "impersonate", "set_interval");
    annas = Possessions.of(site, anna, "ANNA", 1111.25);
    bertas = Possessions.of(site, berta, "BERTA", 7777.125);
  }

  @AfterAll
  static void stop() {
    site.close();
    ((Logger) LoggerFactory.getLogger("io.sensorium.api.audit")).detachAppender(audit);
  }

  private static List<String> everyMethod() {
    return joined(OF_ALL, NAMING_AN_ID);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Reply call(Person caller, String call, long subject) {
    var parts = call.split(" ", 3);
    var target = parts[1];
    if (subject != 0) {
      target += (target.contains("?") ? "&" : "?") + "impersonate=" + subject;
    }
    return switch (parts[0]) {
      case "GET" -> caller.get(target);
      case "DELETE" -> caller.delete(target);
      default -> caller.post(target, parts.length > 2 ? parts[2] : "");
    };
  }

  @ParameterizedTest
  @FieldSource("NAMING_AN_ID")
  void whatIsAnothersIsAnsweredAsWhatIsNot(String template) {
    var before = bertas.shownTo(berta);

    var others = call(anna, bertas.in(template), 0);
    var unknown = call(anna, Possessions.NOBODYS.in(template), 0);

    assertThat(others.error()).isEqualTo("404 not_found");
    assertThat(others.said()).isEqualTo(unknown.said());
    assertThat(bertas.shownTo(berta)).isEqualTo(before);
  }

  @Test
  void oneForeignIdInAListSpoilsItWhole() {
    for (var type : List.of("latest", "min_max", "range", "raw")) {
      var target = "GET /v1/measurements?type=" + type + "&data_sources=";
      var mixed = call(anna, annas.in(target + "{source},") + bertas.in("{source}"), 0);

      assertThat(mixed.error()).isEqualTo("404 not_found");
    }
    var logs = annas.in("GET /v1/alarms/history?alarms={alarm},") + bertas.in("{alarm}");
    assertThat(call(anna, logs, 0).error()).isEqualTo("404 not_found");
    var serials = "GET /v1/gateways?serials=ANNA-GW,BERTA-GW";
    assertThat(call(anna, serials, 0).ok("gateways")).hasSize(1);
  }

  @Test
  void aDeliveryIsFoundAtItsOwnCallbackAlone() {
    var target = annas.in("GET /v1/callbacks/{callback}/deliveries/");

    assertThat(call(anna, target + annas.in("{delivery}"), 0).status()).isEqualTo(200);
    assertThat(call(anna, target + bertas.in("{delivery}"), 0).error()).isEqualTo("404 not_found");
  }

  @ParameterizedTest
  @MethodSource("everyMethod")
  void nobodyActsForStrangersThoseAboveOrThemselves(String template) {
    var call = bertas.in(template);
    var before = bertas.shownTo(berta);

    var unknown = call(anna, call, 987_654_321);
    var stranger = call(anna, call, berta.id());
    var oneself = call(anna, annas.in(template), anna.id());
    var above = call(child, annas.in(template), anna.id());
    var farAbove = call(grandChild, annas.in(template), anna.id());

    assertThat(unknown.error()).isEqualTo("403 forbidden/impersonate");
    assertThat(List.of(stranger, oneself, above, farAbove))
        .allSatisfy(answer -> assertThat(answer.said()).isEqualTo(unknown.said()))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
    assertThat(bertas.shownTo(berta)).isEqualTo(before);
  }

  @Test
  void everyMethodIsDoneForThoseBelowAsIfTheyDidIt() {
    for (var below : List.of(child, grandChild)) {
      var theirs = Possessions.of(site, below, "BELOW" + below.id(), 3333.5);
      for (var template : NAMING_AN_ID) {
        var done = call(anna, theirs.in(template), below.id());
        var own = call(anna, annas.in(template), below.id());

        assertThat(done.status())
            .as(template)
            .isEqualTo(
                template.contains("/password")
                    ? 403
                    : WITHOUT_EFFECT.contains(template) ? 409 : 200);
        if (!template.contains("/password")) {
          assertThat(own.error()).as(template).isEqualTo("404 not_found");
        }
      }
    }
    assertThat(annas.shownTo(anna)).contains("ANNA-house", "ANNA-fridge");
  }

  @Test
  void whatIsReadForThoseBelowIsTheirs() {
    assertThat(call(anna, "GET /v1/users", grandChild.id()).ok("user").path("email").asString())
        .isEqualTo(grandChild.email());
    for (var target : List.of("GET /v1/gateways", "GET /v1/alarms", "GET /v1/callbacks")) {
      assertThat(call(anna, target, child.id()).text()).doesNotContain("ANNA");
    }
    assertThat(call(anna, "GET /v1/users?list", child.id()).text()).doesNotContain(anna.email());
  }

  @Test
  void actingForSomebodyIsNotHandedOn() {
    var trainee = site.newPerson("trainee", grandChild);
    var clerk = site.newPerson("clerk", grandChild);

    assertThat(call(trainee, "GET /v1/users", clerk.id()).status()).isEqualTo(403);
    assertThat(call(anna, "GET /v1/users?impersonate=" + child.id(), grandChild.id()).text())
        .contains(child.email()); // the first one counts, and the second is not reached through it
  }

  @Test
  void everyChangeAndEveryActForAnotherIsInTheAuditLog() {
    audit.list.clear();
    call(anna, "GET /v1/gateways", child.id()).ok();
    call(anna, annas.in("POST /v1/gateways/{gateway} name=ANNA-house"), 0).ok();
    call(anna, "GET /v1/gateways", 0).ok();

    assertThat(audit.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "actor %d subject %d GET /v1/gateways".formatted(anna.id(), child.id()),
            "actor %d subject %d POST /v1/gateways/%d"
                .formatted(anna.id(), anna.id(), annas.gateway().id()));
  }

  @Test
  void theAuditLogHasNoSecrets() {
    audit.list.clear();
    call(anna, "POST /v1/users email=q@example.org&password=topsecret&fname=a&lname=b", 0).ok();

    assertThat(audit.list.toString()).doesNotContain("topsecret");
  }
}
