package io.sensorium.api.sensors;

import io.sensorium.api.common.EntityTags;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.sensors.parameter.Parameters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Answers one method over HTTP: lets callers in, and puts the envelope round the answer. */
final class Endpoint implements Handler {

  private final SensorGuard guard;
  private final SensorMethod method;
  private final Clock clock;

  Endpoint(SensorGuard guard, SensorMethod method, Clock clock) {
    this.guard = guard;
    this.method = method;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    long startNanos = System.nanoTime();
    var actor = guard.actor(request);
    var parameters = Parameters.read(request);
    var subject = guard.subject(actor, parameters);
    var call = new Call(actor, subject, parameters, request, clock.instant());
    Audit.write(call);
    return respond(request, method.answer(call), startNanos);
  }

  /** Puts the envelope round an answer. */
  static Response respond(Request request, Answer answer, long startNanos) {
    var etag = Envelope.etag(answer);
    if (isKnown(request, answer, etag)) {
      return Envelope.notModified(answer, etag);
    }
    return Envelope.round(answer, etag, Duration.ofNanos(System.nanoTime() - startNanos));
  }

  private static boolean isKnown(Request request, Answer answer, String etag) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    var known = request.headers().list("If-None-Match");
    return reads && answer.status() == 200 && EntityTags.anyMatches(known, etag);
  }
}
