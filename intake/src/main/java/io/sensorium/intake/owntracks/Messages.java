package io.sensorium.intake.owntracks;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import io.sensorium.intake.signals.Decoded;
import io.sensorium.intake.signals.Rejection;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over the messages of one body. */
final class Messages {

  private final JsonParser json;
  private final ItemValues values;
  private final LocationMessage location;
  private final FixTrack.Builder fixes = new FixTrack.Builder(1);
  private final List<PhoneState> phone = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private int messages;

  Messages(JsonParser json, TimeWindow window) {
    this.json = json;
    values = new ItemValues(json);
    location = new LocationMessage(window);
  }

  Decoded read() {
    JsonToken token = json.nextToken();
    if (token == JsonToken.START_OBJECT) {
      readMessage();
    } else if (token == JsonToken.START_ARRAY) {
      readMessages();
    } else {
      throw JsonInput.wrongForm(json, "must be an OwnTracks message or an array of them");
    }
    if (json.nextToken() != null) {
      throw JsonInput.wrongForm(json, "nothing may follow the message");
    }
    var signals = new Signals(fixes.build(), List.of(), List.of(), phone, List.of());
    return new Decoded(null, null, signals, rejections);
  }

  private void readMessages() {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        readMessage();
      } else {
        json.skipChildren();
        reject("must be an object");
        messages++;
      }
      requireNotTooMany();
    }
  }

  private void requireNotTooMany() {
    if (messages > OwnTracksJson.MAX_MESSAGES) {
      throw new InputTooLargeException(
          "a body may hold at most " + OwnTracksJson.MAX_MESSAGES + " messages");
    }
  }

  private void readMessage() {
    values.startItem();
    location.read(values);
    if (location.isLocation()) {
      String reason = location.problem(values);
      if (reason == null) {
        location.addTo(fixes, phone);
      } else {
        reject(reason);
      }
    }
    messages++;
  }

  private void reject(String reason) {
    rejections.add(new Rejection("fixes", messages, reason));
  }
}
