package io.sensorium.api.device;

import static java.util.stream.Collectors.joining;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TransportMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The body of a correction: one member beside {@code event_id}; null takes back. */
final class CorrectionBody {

  private static final List<String> MEMBERS = List.of("mode", "place", "not_a_stay");

  private static final Claim NO_STAY = new Claim.NotAStay(true);

  private CorrectionBody() {}

  /**
   * What the body says.
   *
   * @throws ApiError INVALID_PARAMETER that names the member
   */
  static Claim claim(JsonObject body) {
    var said = MEMBERS.stream().filter(body.names()::contains).toList();
    if (said.size() != 1) {
      throw ApiError.invalidParameter("one of mode, place and not_a_stay must be given");
    }
    return switch (said.getFirst()) {
      case "mode" -> new Claim.Mode(body.findString("mode").map(CorrectionBody::mode).orElse(null));
      case "place" ->
          new Claim.Place(body.findString("place").map(CorrectionBody::place).orElse(null));
      default -> new Claim.NotAStay(body.findBoolean("not_a_stay").orElse(false));
    };
  }

  private static TransportMode mode(String word) {
    return modes()
        .filter(mode -> mode.wireName().equals(word))
        .findFirst()
        .orElseThrow(
            () -> invalid("mode", modes().map(TransportMode::wireName).collect(joining(", "))));
  }

  private static Stream<TransportMode> modes() {
    return Arrays.stream(TransportMode.values())
        .filter(mode -> mode != TransportMode.INSUFFICIENT_DATA);
  }

  private static String place(String name) {
    if (!Claim.Place.isName(name.strip())) {
      throw invalid("place", "1 to " + Claim.MAX_NAME_LENGTH + " printable characters");
    }
    return name.strip();
  }

  /**
   * Refuses what cannot be said of that event.
   *
   * @throws ApiError INVALID_PARAMETER that names the member
   */
  static void requireFits(Claim claim, TimelineEvent event) {
    switch (event) {
      case TimelineEvent.Transport _ when claim.isOfStay() -> throw notOf(claim, "a transport");
      case TimelineEvent.Stationary _ when !claim.isOfStay() -> throw notOf(claim, "a stay");
      case TimelineEvent.Stationary stay when claim.equals(NO_STAY) && isLong(stay) ->
          throw notOf(claim, "a stay of over 24 hours");
      case TimelineEvent.Transport _, TimelineEvent.Stationary _ -> {}
    }
  }

  private static boolean isLong(TimelineEvent.Stationary stay) {
    var end = stay.when().end();
    var longest = Claim.NotAStay.LONGEST_STAY;
    return end != null && Duration.between(stay.when().start(), end).compareTo(longest) > 0;
  }

  private static ApiError notOf(Claim claim, String kind) {
    var member =
        switch (claim) {
          case Claim.Mode _ -> "mode";
          case Claim.Place _ -> "place";
          case Claim.NotAStay _ -> "not_a_stay";
        };
    return ApiError.invalidParameter(member + " cannot be said of " + kind).about(member);
  }

  private static ApiError invalid(String member, String meaning) {
    return ApiError.invalidParameter(member + " must be null or " + meaning).about(member);
  }
}
