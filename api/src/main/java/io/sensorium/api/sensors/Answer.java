package io.sensorium.api.sensors;

import io.sensorium.api.common.JsonWriter;
import java.util.function.Consumer;

/** What a method of the sensor API has to say, before the envelope is round it. */
final class Answer {

  /** Not to be kept by anybody. */
  static final int NOT_KEPT = 0;

  private final int status;
  private final int maxAgeSeconds;
  private final byte[] object;

  private Answer(int status, int maxAgeSeconds, byte[] object) {
    this.status = status;
    this.maxAgeSeconds = maxAgeSeconds;
    this.object = object;
  }

  /** An answer that may be kept for so long; {@code members} writes the members of an object. */
  static Answer keptFor(int maxAgeSeconds, Consumer<JsonWriter> members) {
    return new Answer(200, maxAgeSeconds, object(members));
  }

  /** The same, from the bytes of a whole JSON object. */
  static Answer keptFor(int maxAgeSeconds, byte[] object) {
    return new Answer(200, maxAgeSeconds, object);
  }

  /** The answer to a change. */
  static Answer changed(Consumer<JsonWriter> members) {
    return new Answer(200, NOT_KEPT, object(members));
  }

  static Answer of(int status, Consumer<JsonWriter> members) {
    return new Answer(status, NOT_KEPT, object(members));
  }

  private static byte[] object(Consumer<JsonWriter> members) {
    return JsonWriter.write(
        json -> {
          json.beginObject();
          members.accept(json);
          json.endObject();
        });
  }

  int status() {
    return status;
  }

  int maxAgeSeconds() {
    return maxAgeSeconds;
  }

  /** The bytes of a JSON object. */
  byte[] object() {
    return object;
  }
}
