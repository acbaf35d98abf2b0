package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;
import static io.sensorium.server.contract.MobilitySite.LONG_NUMBER;
import static io.sensorium.server.contract.MobilitySite.MONTH;
import static io.sensorium.server.contract.MobilitySite.TIMESTAMP;
import static io.sensorium.server.contract.MobilitySite.UUID_4;
import static io.sensorium.server.contract.MobilitySite.assertError;
import static io.sensorium.server.contract.MobilitySite.encode;
import static io.sensorium.server.contract.MobilitySite.ids;
import static io.sensorium.server.contract.MobilitySite.keys;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of the published mobility API: keys, order, days, times and numbers. */
class MobilityEventsContractTest {

  @TempDir private static Path directory;
  private static MobilitySite site;

  @BeforeAll
  static void aPersonWithFourDaysOfHistory() throws Exception {
    site = MobilitySite.start(directory);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void eventsHaveExactlyTheKeysOfTheSample() throws Exception {
    var events = site.events();

    assertThat(events).hasSizeGreaterThan(10);
    for (var event : events) {
      switch (event.path("type").asString()) {
        case "Transport" -> {
          assertThat(keys(event))
              .containsExactly(
                  "type",
                  "start",
                  "end",
                  "analysis_type",
                  "event_id",
                  "mode",
                  "distance",
                  "behavior_features");
          assertThat(keys(event.path("behavior_features")))
              .containsExactly("phone_handling", "distance_during_annotations");
          assertThat(event.path("event_id").asString()).matches("[0-9a-f]{64}");
          assertThat(event.path("distance").isIntegralNumber()).isTrue();
        }
        case "Stationary" -> {
          assertThat(keys(event))
              .containsExactly(
                  "type",
                  "start",
                  "end",
                  "analysis_type",
                  "event_id",
                  "latitude",
                  "longitude",
                  "duration",
                  "location",
                  "address");
          assertThat(keys(event.path("location"))).containsExactly("type", "significance", "place");
          assertThat(keys(event.path("location").path("place")))
              .containsExactly("type", "name", "categories");
          assertThat(keys(event.path("address")))
              .containsExactly("type", "country", "city", "city_type");
          assertThat(event.path("event_id").asString()).matches(UUID_4);
        }
        default -> throw new AssertionError("unknown type: " + event);
      }
    }
  }

  @Test
  void eventsComeNewestFirstAndNeighboursShareTheInstant() throws Exception {
    var events = site.events();

    for (int i = 1; i < events.size(); i++) {
      var newer = OffsetDateTime.parse(events.get(i - 1).path("start").asString());
      var older = OffsetDateTime.parse(events.get(i).path("start").asString());
      assertThat(older.toInstant()).isBefore(newer.toInstant());
      var end = OffsetDateTime.parse(events.get(i).path("end").asString());
      assertThat(end.toInstant()).isEqualTo(newer.toInstant());
    }
  }

  @Test
  void timesHaveThreeDigitsAndTheOffsetOfThePlace() throws Exception {
    for (var event : site.events()) {
      assertThat(event.path("start").asString()).matches(TIMESTAMP).endsWith("+01:00");
      if (!event.path("end").isNull()) {
        assertThat(event.path("end").asString()).matches(TIMESTAMP);
      }
    }
  }

  @Test
  void aStaysDurationIsEndMinusStartInMilliseconds() throws Exception {
    for (var event : site.events()) {
      if (event.path("type").asString().equals("Stationary") && !event.path("end").isNull()) {
        var start = OffsetDateTime.parse(event.path("start").asString());
        var end = OffsetDateTime.parse(event.path("end").asString());
        assertThat(event.path("duration").asLong())
            .isEqualTo(Duration.between(start, end).toMillis());
      }
    }
  }

  @Test
  void anEventThatGoesOnHasAnEndOfNull() throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var fixes =
        IntStream.range(0, 60)
            .mapToObj(i -> now.minusSeconds(15L * (60 - i)))
            .map(at -> "{\"time\":\"" + at + "\",\"lat\":51.05,\"lon\":3.72,\"accuracy\":5}")
            .collect(Collectors.joining(","));
    var phone = site.client().newPhone(site.app());
    site.client().post("/device/v1/signals", phone.token(), "{\"fixes\":[" + fixes + "]}");
    site.client().awaitFolded();
    var today = now.atZone(ZoneId.of("Europe/Brussels")).toLocalDate();

    var events =
        json(
            site.client()
                .get(
                    "/v2/users/" + phone.userId() + "/events?from=" + today + "&to=" + today,
                    phone.token()));

    assertThat(events.size()).isOne();
    assertThat(events.get(0).path("end").isNull()).isTrue();
    assertThat(events.get(0).path("duration").isNull()).isTrue();
    assertThat(events.get(0).path("analysis_type").asString()).isEqualTo("preliminary");
  }

  @Test
  void numbersAreInTheirShortestForm() throws Exception {
    assertThat(site.client().get(site.path("/events" + MONTH), site.token()).body())
        .doesNotContainPattern(LONG_NUMBER);
    assertThat(site.client().get(site.v3(site.transport(), "/trajectory"), site.token()).body())
        .doesNotContainPattern(LONG_NUMBER);
  }

  @Test
  void theDaysAreLocalInclusiveAndReturnEventsWhole() throws Exception {
    var whole = ids(site.events());
    var byDay = new HashSet<String>();
    for (var day = LocalDate.parse("2026-03-01");
        day.isBefore(LocalDate.parse("2026-03-08"));
        day = day.plusDays(1)) {
      byDay.addAll(ids(site.events("?from=" + day + "&to=" + day)));
    }

    assertThat(byDay).isEqualTo(whole);
    var second = ids(site.events("?from=2026-03-03&to=2026-03-03"));
    assertThat(ids(site.events("?from=2026-03-02&to=2026-03-02"))).containsAnyElementsOf(second);
  }

  @Test
  void aDayBeforeAllDataHasNoEvents() throws Exception {
    assertThat(site.events("?from=2025-03-01&to=2025-03-01")).isEmpty();
  }

  @Test
  void anEventIsFoundByItsIdAndByItsStartInAnyOffset() throws Exception {
    for (var event : site.events()) {
      var byId = json(site.client().get(site.v3(event, ""), site.token()));
      assertThat(byId.size()).isOne();
      assertThat(byId.get(0)).isEqualTo(event);

      var start = event.path("start").asString();
      var zulu = OffsetDateTime.parse(start).toInstant().toString();
      for (var form : List.of(encode(start), start, encode(zulu), start.replace("+", "%20"))) {
        assertThat(json(site.client().get(site.path("/events/" + form), site.token())))
            .isEqualTo(byId);
      }
    }
  }

  @Test
  void anInstantWithoutEventIsNotFound() throws Exception {
    var start =
        OffsetDateTime.parse(site.transport().path("start").asString()).plusNanos(1_000_000);

    assertError(
        site.client().get(site.path("/events/" + encode(start.toString())), site.token()),
        404,
        "EVENT_NOT_FOUND");
  }
}
