package io.sensorium.server.contract;

import static io.sensorium.server.contract.MobilitySite.assertError;
import static io.sensorium.server.contract.MobilitySite.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.EventId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The samples of the published mobility API, byte for byte, from what the store holds. */
class MobilitySamplesContractTest {

  private static final String COMMUTE_START = "2019-03-22T08:37:45.000+01:00";
  private static final String NIGHT_START = "2019-03-21T20:08:00.000+01:00";

  @TempDir private static Path directory;
  private static PublishedSite site;

  @BeforeAll
  static void aStoreThatHoldsTheSamples() throws Exception {
    site = PublishedSite.start(directory);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void theTransportAndTheStayAreThoseOfTheSample() throws Exception {
    assertThat(v2("/events?from=2019-03-22&to=2019-03-22"))
        .isEqualTo(withoutMap(PublishedJson.sample("events")));
  }

  @Test
  void oneEventIsAnArrayOfOneByStartAndById() throws Exception {
    var expected = withoutMap(PublishedJson.sample("event"));

    assertThat(v2("/events/" + encode(NIGHT_START))).isEqualTo(expected);
    assertThat(v3(PublishedSite.STAY, "")).isEqualTo(expected);
  }

  /**
   * The sample's stay has a made-up position, which lies in Russia; and what kind of place it is
   * only a map knows.
   */
  private static String withoutMap(String sample) {
    return sample
        .replace("\"categories\":[\"building\",\"residential\"]", "\"categories\":[]")
        .replace("\"country\":\"België / Belgique / Belgien\"", "\"country\":\"Россия\"")
        .replace("\"city\":\"Ostend\"", "\"city\":\"Zherdevka\"");
  }

  @Test
  void theTrajectoryBeginsAsTheSampleDoesAndHasItsPolyline() throws Exception {
    var sample = PublishedJson.sample("trajectory");
    int endOfThird = sample.indexOf("],\"encoded\"");
    var encoded = sample.substring(endOfThird);

    var answer = v3(PublishedSite.TRANSPORT, "/trajectory");

    assertThat(answer).startsWith(sample.substring(0, endOfThird) + ",").endsWith(encoded);
    assertThat(v2("/events/" + encode(COMMUTE_START) + "/trajectory")).isEqualTo(answer);
  }

  @Test
  void scoresAndAnnotationsAreThoseOfTheSampleInBothVersions() throws Exception {
    for (var what : List.of("behavior_scores", "behavior_annotations")) {
      var expected = PublishedJson.sample(what);
      assertThat(v2("/events/" + encode(COMMUTE_START) + "/" + what)).isEqualTo(expected);
      assertThat(v3(PublishedSite.TRANSPORT, "/" + what)).isEqualTo(expected);
    }
  }

  @Test
  void habitsAreThoseOfTheSamples() throws Exception {
    for (var what : List.of("segments", "active_moments", "location_clusters", "car_behavior")) {
      assertThat(v2("/" + what)).as(what).isEqualTo(PublishedJson.sample(what));
    }
    assertThat(v2("/anomalies?from=2019-03-21&to=2019-03-21"))
        .isEqualTo(PublishedJson.sample("anomalies"));
    assertThat(ofWalker("/moments?from=2019-03-21&to=2019-03-22"))
        .isEqualTo(PublishedJson.sample("moments"));
  }

  @Test
  void theLocationIsThatOfTheSample() throws Exception {
    assertThat(ofWalker("/location")).isEqualTo(PublishedJson.sample("location"));
  }

  @Test
  void theProfileOfAControlUserIsThatOfTheSample() throws Exception {
    var sample = PublishedJson.sample("profile");

    assertThat(ok("/v2/users/me", site.controlToken())).isEqualTo(sample);
    assertThat(ok("/v2/users/5c9417700000000000000000", site.controlToken())).isEqualTo(sample);
  }

  @Test
  void aggregatedScoresAreThoseOfTheSampleWithADateAndWithout() throws Exception {
    var day = aggregated("?type=day");
    var week = aggregated("?type=week");
    var month = aggregated("?type=month");
    var all = aggregated("?type=all");

    assertThat("[" + String.join(",", day, week, month, all) + "]")
        .isEqualTo(PublishedJson.sample("aggregated_driving_scores"));
    assertThat(aggregated("?type=day&date=2019-03-21")).isEqualTo(day);
    assertThat(aggregated("?type=week&date=2019-03-18")).isEqualTo(week);
    assertThat(aggregated("?type=month&date=2019-03-01")).isEqualTo(month);
  }

  @Test
  void aPeriodWithoutTripsHasMinusOneEverywhere() throws Exception {
    assertThat(aggregated("?type=day&date=2019-03-20"))
        .isEqualTo(minusOnes("{\"day\":", PublishedJson.sample("aggregated_driving_scores"), "}"));
  }

  private static String minusOnes(String start, String sample, String end) {
    var day = sample.substring(sample.indexOf("{\"smooth\""), sample.indexOf('}') + 1);
    return start + day.replaceAll(":[-0-9.]+", ":-1") + end;
  }

  @Test
  void momentsShowTheDaysThatTheyTouchAndActiveOnesNoDayYetToCome() throws Exception {
    assertThat(v2("/moments?from=2019-03-17&to=2019-03-17")).isEqualTo("[]");
    assertThat(v2("/moments?from=2019-03-19&to=2019-03-19"))
        .contains("CountryMoment")
        .doesNotContain("lunch");
    assertThat(v2("/moments?from=2999-01-01&to=2999-01-02")).isEqualTo("[]");
    assertThat(v2("/anomalies?from=2019-03-20&to=2019-03-20")).isEqualTo("[]");
  }

  @Test
  void onlyACarHasScoresAndOnlyATransportAnnotations() throws Exception {
    assertError(
        get("/v3/users/" + userId() + "/events/" + PublishedSite.STAY.value() + "/behavior_scores"),
        404,
        "SCORES_NOT_AVAILABLE");
    assertError(
        get("/v3/users/" + userId() + "/events/" + PublishedSite.WALK.value() + "/behavior_scores"),
        404,
        "SCORES_NOT_AVAILABLE");
    assertError(
        get(
            "/v3/users/"
                + userId()
                + "/events/"
                + PublishedSite.STAY.value()
                + "/behavior_annotations"),
        404,
        "ANNOTATIONS_NOT_AVAILABLE");
  }

  @Test
  void annotationsThatNoSampleShowsHaveTheKeysOfTheSchema() throws Exception {
    var when =
        "\"start\":\"2019-03-24T18:01:00.000000+01:00\",\"end\":\"2019-03-24T18:01:01.001500+01:00\"";
    var path =
        "\"path\":[{\"type\":\"BehaviorAnnotationPathWaypoint\",\"latitude\":51.0543,\"longitude\":3.7174}]";

    assertThat(v3(PublishedSite.WALK, "/behavior_annotations"))
        .isEqualTo(
            """
            [{"type":"AnomalyBehaviorAnnotation",WHEN,"anomaly":"phone_handling","duration":1002,PATH},
            {"type":"HandlingWithoutCallingAnnotation",WHEN,"duration":1002,PATH},
            {"type":"HandsfreeCallingAnnotation",WHEN,"duration":1002,PATH},
            {"type":"HandheldCallingAnnotation",WHEN,"duration":1002,PATH},
            {"type":"CrashAnnotation",WHEN,"event_id":"EVENT","latitude":51.0543,"longitude":3.7174,
            "max_magnitude":4.25,"confidence":87,"speed_at_impact":48,"delta_v":30,"crash_event_origin":"NA"}]
            """
                .replace("\n", "")
                .replace("WHEN", when)
                .replace("PATH", path)
                .replace("EVENT", PublishedSite.WALK.value()));
  }

  @Test
  void anomaliesOfOtherQuantitiesHaveTheKeysOfTheSchema() throws Exception {
    var head =
        "\"start\":\"2019-03-24T00:00:00+00:00\",\"end\":\"2019-03-24T23:59:59.999999+00:00\","
            + "\"analysis_type\":\"processed\",\"sigma\":2.5,\"probability\":0.75";
    var subject =
        "\"place_category\":\"shop\",\"location_significance\":null,\"transport_mode\":\"tram\","
            + "\"transport_mode_category\":null,\"moment_definition_id\":null";

    assertThat(ofWalker("/anomalies?from=2019-03-24&to=2019-03-24"))
        .isEqualTo(
            """
            [{"type":"DistanceAnomaly",HEAD,"anomaly":"transport_mode_distance",
            "observed_distance":7,"expected_distance":70,SUBJECT},
            {"type":"AggregatedDistanceAnomaly",HEAD,"anomaly":"transport_mode_distance",
            "observed_distance":7,"expected_distance":70,"period":"week","day_part":null,SUBJECT},
            {"type":"DurationAnomaly",HEAD,"anomaly":"transport_duration",
            "observed_duration":7,"expected_duration":70,SUBJECT},
            {"type":"DayCountAnomaly",HEAD,"anomaly":"stationary_place_category_day_count",
            "observed_days":7,"expected_days":70,SUBJECT},
            {"type":"OccurrenceCountAnomaly",HEAD,"anomaly":"dogwalk_occurrence_count",
            "observed_occurrences":7,"expected_occurrences":70,SUBJECT}]
            """
                .replace("\n", "")
                .replace("HEAD", head)
                .replace("SUBJECT", subject));
  }

  @Test
  void everyTimestampHasANumericOffset() throws Exception {
    var date = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*\"");
    var bodies =
        v2("/events?from=2019-03-21&to=2019-03-24")
            + v2("/active_moments")
            + v2("/location_clusters")
            + v2("/anomalies?from=2019-03-21&to=2019-03-21")
            + v3(PublishedSite.TRANSPORT, "/trajectory")
            + v3(PublishedSite.TRANSPORT, "/behavior_annotations")
            + ofWalker("/location")
            + ok("/v2/users/me", site.controlToken());

    assertThat(bodies).contains("\"start\":\"2019-03-24T18:00:00.000+00:00\"");
    assertThat(date.matcher(bodies).results().map(MatchResult::group).toList())
        .hasSizeGreaterThan(600)
        .allMatch(text -> text.matches(".*[+-]\\d\\d:\\d\\d\""));
  }

  @Test
  void theLastOfTwoEqualPointsIsNoWayFromTheNext() throws Exception {
    var waypoints =
        new JsonMapper().readTree(v3(PublishedSite.TRANSPORT, "/trajectory")).path("waypoints");
    int last = waypoints.size() - 1;

    assertThat(waypoints.size()).isEqualTo(677);
    assertThat(waypoints.get(last - 1).path("distance").toString()).isEqualTo("0");
    assertThat(waypoints.get(last).path("distance").toString()).isEqualTo("0");
    assertThat(waypoints.get(last).path("road_type").isNull()).isTrue();
    assertThat(waypoints.get(last).path("speed_limit").isNull()).isTrue();
  }

  @Test
  void whoHasNothingHasEmptyListsAndMinusOnes() throws Exception {
    for (var what : List.of("/segments", "/active_moments", "/location_clusters")) {
      assertThat(ofStranger(what)).isEqualTo("[]");
    }
    for (var what : List.of("/moments", "/anomalies", "/events")) {
      assertThat(ofStranger(what + "?from=2019-03-21&to=2019-03-22")).isEqualTo("[]");
    }
    assertThat(ofStranger("/car_behavior"))
        .isEqualTo(PublishedJson.sample("car_behavior").replaceAll(":[-0-9.]+", ":-1"));
  }

  @Test
  void parametersThatHaveNoSenseAreRefused() throws Exception {
    for (var query :
        List.of(
            "",
            "?type=year",
            "?type=day&date=20190101",
            "?type=day&date=2019-02-29",
            "?type=week&date=2019-03-19",
            "?type=month&date=2019-03-02",
            "?type=all&date=2019-03-21",
            "?type=day&date=2999-01-01")) {
      var refused = get("/v3/users/" + userId() + "/aggregated_driving_scores" + query);
      assertError(refused, 400, "INVALID_PARAMETER");
      assertThat(refused.body()).contains(query.contains("date=") ? "\"date: " : "\"type: ");
    }
    for (var list : List.of("/events", "/moments", "/anomalies")) {
      for (var query : List.of("", "?from=2019-03-21", "?from=2019-03-22&to=2019-03-21")) {
        assertError(get("/v2/users/" + userId() + list + query), 400, "INVALID_PARAMETER");
      }
    }
  }

  private static String userId() {
    return site.driver().userId();
  }

  private static String v2(String rest) throws Exception {
    return ok("/v2/users/" + userId() + rest, site.driver().token());
  }

  private static String v3(EventId event, String rest) throws Exception {
    return ok("/v3/users/" + userId() + "/events/" + event.value() + rest, site.driver().token());
  }

  private static String aggregated(String query) throws Exception {
    var path = "/v3/users/" + userId() + "/aggregated_driving_scores";
    return ok(path + query, site.driver().token());
  }

  private static String ofWalker(String rest) throws Exception {
    return ok("/v2/users/" + site.walker().userId() + rest, site.walker().token());
  }

  private static String ofStranger(String rest) throws Exception {
    var stranger = site.client().newPhone(site.app());
    return ok("/v2/users/" + stranger.userId() + rest, stranger.token());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return site.client().get(path, site.driver().token());
  }

  private static String ok(String path, String token) throws Exception {
    var answer = site.client().get(path, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
