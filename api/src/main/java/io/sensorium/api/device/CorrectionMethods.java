package io.sensorium.api.device;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.auth.Sender;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.BodyRule;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.id.CorrectionId;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.timeline.Timelines;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * {@code POST|GET /device/v1/corrections} and {@code DELETE /device/v1/corrections/{id}}: what
 * people decide of their own events. What is answered with 200 is on disk.
 */
final class CorrectionMethods {

  /** JSON of at most 16 KiB. */
  static final BodyRule BODY = BodyRule.json(16 << 10);

  private final Guard guard;
  private final Timelines timelines;
  private final Corrections corrections;
  private final IdSource ids;
  private final Consumer<UserId> onChanged;
  private final Clock clock;

  /**
   * @param onChanged told of a user after a change of their corrections is on disk; should return
   *     at once
   */
  CorrectionMethods(
      Guard guard,
      Timelines timelines,
      Corrections corrections,
      IdSource ids,
      Consumer<UserId> onChanged,
      Clock clock) {
    this.guard = guard;
    this.timelines = timelines;
    this.corrections = corrections;
    this.ids = ids;
    this.onChanged = onChanged;
    this.clock = clock;
  }

  Response give(Request request) throws IOException {
    var user = activeUser(request);
    var body = request.jsonObject();
    var id = body.getString("event_id");
    var claim = CorrectionBody.claim(body);
    var event = find(user, id);
    CorrectionBody.requireFits(claim, event);
    var when = event.when();
    var given =
        new NewCorrection(ids.newCorrectionId(), clock.instant(), when.start(), when.end(), claim);
    var correction =
        corrections
            .add(user, given)
            .orElseThrow(
                () ->
                    ApiError.conflict(
                        "at most " + Corrections.MAX_PER_USER + " corrections may be in force"));
    onChanged.accept(user);
    return Response.json(json -> write(json, correction));
  }

  Response list(Request request) {
    var all = corrections.list(guard.phone(request).person().id());
    return Response.json(
        json -> {
          json.beginArray();
          all.forEach(correction -> write(json, correction));
          json.endArray();
        });
  }

  Response withdraw(Request request) {
    var user = activeUser(request);
    var id = request.pathParameter("id");
    if (!CorrectionId.isValid(id) || !corrections.withdraw(user, new CorrectionId(id))) {
      throw ApiError.notFound();
    }
    onChanged.accept(user);
    return Response.empty();
  }

  /** Whoever may send signals with a user token may correct what they become. */
  private UserId activeUser(Request request) {
    return Sender.of(guard.phone(request)).person().id();
  }

  private TimelineEvent find(UserId user, String id) {
    if (!EventId.isValid(id)) {
      throw ApiError.eventNotFound();
    }
    return timelines.findEvent(user, new EventId(id)).orElseThrow(ApiError::eventNotFound);
  }

  private static void write(JsonWriter json, Correction correction) {
    var claim = correction.claim();
    json.beginObject();
    json.field("id", correction.id().value());
    json.field("type", claim.isOfStay() ? "Stationary" : "Transport");
    json.field("start", Micros.toInstant(correction.startMicros()), ZoneOffset.UTC);
    json.field("end", Micros.toInstant(correction.endMicros()), ZoneOffset.UTC);
    json.field("given_at", correction.givenAt(), ZoneOffset.UTC);
    switch (claim) {
      case Claim.Mode(var mode) -> json.field("mode", mode == null ? null : mode.wireName());
      case Claim.Place(var name) -> json.field("place", name);
      case Claim.NotAStay(boolean holds) -> json.field("not_a_stay", holds);
    }
    json.endObject();
  }
}
