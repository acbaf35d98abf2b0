package io.sensorium.intake.signals;

import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Reads one batch: its own members, and its streams item by item. */
final class BatchReader {

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf("batch_id", "sent_at", "fixes", "motion", "activity", "phone", "steps");
  private static final int MAX_BATCH_ID_LENGTH = 128;

  private final JsonParser json;
  private final ItemValues values;
  private final SignalsJson.Limits limits;
  private final FixItems fixes;
  private final MotionItems motion;
  private final ActivityItems activity;
  private final PhoneItems phone;
  private final StepItems steps;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Set<String> streamsRead = new HashSet<>();
  private int rows;
  private @Nullable String batchId;
  private @Nullable Instant sentAt;

  BatchReader(JsonParser json, TimeWindow window, SignalsJson.Limits limits) {
    this.json = json;
    this.limits = limits;
    values = new ItemValues(json);
    fixes = new FixItems(window);
    motion = new MotionItems(window, limits.motionSamples());
    activity = new ActivityItems(window);
    phone = new PhoneItems(window);
    steps = new StepItems(window);
  }

  Decoded read() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw JsonInput.wrongForm(json, "a batch must be a JSON object");
    }
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      readMember(member);
    }
    if (json.nextToken() != null) {
      throw JsonInput.wrongForm(json, "nothing may follow the batch");
    }
    var signals =
        new Signals(fixes.build(), motion.good(), activity.good(), phone.good(), steps.good());
    return new Decoded(batchId, sentAt, signals, rejections);
  }

  private void readMember(int member) {
    switch (member) {
      case 0 -> readBatchId();
      case 1 -> readSentAt();
      case 2 -> readStream("fixes", fixes);
      case 3 -> readStream("motion", motion);
      case 4 -> readStream("activity", activity);
      case 5 -> readStream("phone", phone);
      case 6 -> readStream("steps", steps);
      default -> values.ignore();
    }
  }

  private void readBatchId() {
    values.startItem();
    batchId = values.text("batch_id", MAX_BATCH_ID_LENGTH);
    if (values.reason() != null || (batchId != null && batchId.isBlank())) {
      throw JsonInput.wrongForm(json, "batch_id: must be a Unicode text of 1 to 128 characters");
    }
  }

  private void readSentAt() {
    values.startItem();
    long sentAtMicros = values.timeMicros("sent_at");
    if (values.reason() != null) {
      rejections.add(new Rejection("sent_at", 0, values.reason()));
    }
    sentAt = sentAtMicros == ItemValues.NO_TIME ? null : Micros.toInstant(sentAtMicros);
  }

  private void readStream(String stream, Items items) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      throw JsonInput.wrongForm(json, stream + ": must be an array");
    }
    if (!streamsRead.add(stream)) {
      throw JsonInput.wrongForm(json, stream + ": must not come twice");
    }
    int index = 0;
    for (token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      countRow();
      readItem(token, stream, index++, items);
    }
  }

  private void readItem(JsonToken token, String stream, int index, Items items) {
    values.startItem();
    if (token == JsonToken.START_OBJECT) {
      items.read(values);
    } else {
      json.skipChildren();
      values.reject("must be an object");
    }
    String reason = values.reason();
    if (reason != null) {
      rejections.add(new Rejection(stream, index, reason));
    }
  }

  private void countRow() {
    rows++;
    if (rows > limits.rows()) {
      throw new InputTooLargeException("a batch may have at most " + limits.rows() + " items");
    }
  }
}
