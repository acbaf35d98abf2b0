package io.sensorium.api.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.store.outbox.Followers;
import io.sensorium.store.outbox.NotificationQueue.Pending;
import io.sensorium.store.outbox.TimelineNotifications;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /device/v1/stream}: what is new about the caller's own person, as server-sent events.
 */
public final class StreamTimeline implements Handler {
  /*
   * A stream holds nothing but a position in the notifications of its person: what was not read yet
   * waits in the database, so that a slow reader costs no memory. A stream is a virtual thread that
   * waits to be woken.
   */

  /** After so long without an event a comment is sent. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
  private static final int RECONNECT_MILLIS = 3_000;
  private static final int PAGE = 100;

  private final Guard guard;
  private final TimelineNotifications notifications;
  private final Followers followers;
  private final Function<TimelineNotification, Optional<String>> data;
  private final EventStreams streams;
  private final Duration heartbeat;
  private final Clock clock;

  /**
   * @param data the JSON of what is told; empty when what it is about is no longer there
   */
  public StreamTimeline(
      Guard guard,
      TimelineNotifications notifications,
      Followers followers,
      Function<TimelineNotification, Optional<String>> data,
      EventStreams streams,
      Duration heartbeat,
      Clock clock) {
    this.guard = guard;
    this.notifications = notifications;
    this.followers = followers;
    this.data = data;
    this.streams = streams;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) {
    var user = guard.phone(request).person().id();
    if (request.method().equals("HEAD")) {
      return Response.eventStream(_ -> {});
    }
    followers.follow(user, clock.instant());
    var start = start(request);
    var stream = streams.open(user).orElseThrow(() -> ApiError.rateLimited(RETRY_AFTER));
    return Response.eventStream(out -> write(out, request, user, start, stream));
  }

  /** Where a stream begins. */
  private record Start(long position, boolean isReset) {}

  private Start start(Request request) {
    long last = notifications.lastPosition();
    var given = request.header("Last-Event-ID").filter(text -> !text.isBlank());
    if (given.isEmpty()) {
      return new Start(last, false);
    }
    long position = position(given.get());
    boolean isKnown = position >= notifications.forgottenPosition() && position <= last;
    return isKnown ? new Start(position, false) : new Start(last, true);
  }

  private static long position(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw ApiError.invalidParameter("Last-Event-ID: must be the id of an event of this stream");
    }
  }

  private void write(
      OutputStream out, Request request, UserId user, Start start, EventStreams.Stream stream)
      throws IOException {
    try (stream) {
      stream.send(out, greeting(start));
      long position = start.position();
      while (!stream.isEnded() && guard.stillHolds(request, user)) {
        followers.follow(user, clock.instant());
        var news = notifications.listAfter(user, position, PAGE);
        if (!news.isEmpty()) {
          stream.send(out, events(news));
          position = news.getLast().position();
        } else if (!stream.await(heartbeat)) {
          stream.send(out, ":\n\n".getBytes(UTF_8));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    }
  }

  /** The id alone is no event, but tells a reader that loses the connection where to go on. */
  private static byte[] greeting(Start start) {
    var reset = start.isReset() ? "event: reset\ndata: {}\n" : "";
    return ("retry: " + RECONNECT_MILLIS + "\nid: " + start.position() + "\n" + reset + "\n")
        .getBytes(UTF_8);
  }

  private byte[] events(List<Pending<TimelineNotification>> news) {
    var text = new StringBuilder();
    for (var one : news) {
      text.append("id: ").append(one.position()).append('\n');
      data.apply(one.notification())
          .ifPresent(
              json ->
                  text.append("event: ")
                      .append(one.notification().type().wireName())
                      .append("\ndata: ")
                      .append(json)
                      .append('\n'));
      text.append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }
}
