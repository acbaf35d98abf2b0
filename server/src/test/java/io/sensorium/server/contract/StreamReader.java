package io.sensorium.server.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of server-sent events as the HTML standard says, line by line. */
@NullMarked
final class StreamReader implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Event END = new Event("", "end of the stream", "{}");
  private static final int WAIT_SECONDS = 60;

  /** An event, with the last id before or in it. */
  record Event(String id, String type, String data) {

    JsonNode json() {
      return JSON.readTree(data);
    }
  }

  private final HttpResponse<InputStream> response;
  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile String lastId = "";

  private StreamReader(HttpResponse<InputStream> response) {
    this.response = response;
  }

  /** Opens a stream; one that is refused has no events. */
  static StreamReader open(HttpClient http, URI url, String token, @Nullable String lastId)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token);
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    var reader = new StreamReader(http.send(request.build(), BodyHandlers.ofInputStream()));
    if (reader.status() == 200) {
      Thread.ofVirtual().start(reader::read);
      reader.awaitGreeting();
    }
    return reader;
  }

  private void awaitGreeting() {
    SensorSite.await("the stream tells where it begins", () -> !lastId.isEmpty());
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String lastId() {
    return lastId;
  }

  /** The next event; waits for it. */
  Event next() throws InterruptedException {
    var event = events.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing came within " + WAIT_SECONDS + " s");
    }
    return event;
  }

  /** All events until one that matches. */
  List<Event> until(Predicate<Event> last) throws InterruptedException {
    var all = new ArrayList<Event>();
    do {
      all.add(next());
    } while (!last.test(all.getLast()) && !all.getLast().equals(END));
    return all;
  }

  /** Waits for the server to end the stream; what came before it. */
  List<Event> untilEnd() throws InterruptedException {
    var all = until(_ -> false);
    return all.subList(0, all.size() - 1);
  }

  private void read() {
    var id = "";
    var type = "";
    var data = "";
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(id, type, data));
          }
          lastId = id;
          type = "";
          data = "";
        }
      }
    } catch (IOException e) {
      events.add(END); // broken off
      return;
    }
    events.add(END);
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }
}
