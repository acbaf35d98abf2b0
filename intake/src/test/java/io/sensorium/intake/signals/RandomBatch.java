package io.sensorium.intake.signals;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.PhoneState.CallState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A batch of random good items: what is meant, and one of the many ways to write it. */
record RandomBatch(Signals meant, List<String> fixes, String otherStreams) {

  /** A batch's text of which one fix is bad. */
  record Spoilt(String json, int index) {}

  private static final long LATEST = Instant.parse("2026-03-02T07:32:00Z").getEpochSecond();
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final String[] SPOILERS = {
    "\"lat\": 90.0001",
    "\"lon\": \"3\"",
    "\"time\": true",
    "\"time\": null",
    "\"lat\": null",
    "\"bearing\": 361",
    "\"speed\": \"fast\"",
    "\"altitude\": [1, 2]",
    "\"accuracy\": {}"
  };

  static RandomBatch of(Random random) {
    var fixes = times(1 + random.nextInt(30), () -> fix(random));
    var motion = times(random.nextInt(3), () -> motion(random));
    var activity = times(random.nextInt(5), () -> activity(random));
    var phone = times(random.nextInt(5), () -> phone(random));
    var steps = times(random.nextInt(5), () -> steps(random));
    String others =
        ", \"motion\": %s, \"activity\": %s, \"phone\": %s, \"steps\": %s"
            .formatted(
                array(motion, chunk -> json(chunk, random)),
                array(activity, sample -> json(sample, random)),
                array(phone, state -> json(state, random)),
                array(steps, count -> json(count, random)));
    return new RandomBatch(
        new Signals(FixTrack.of(fixes), motion, activity, phone, steps),
        fixes.stream().map(fix -> json(fix, random)).toList(),
        others);
  }

  String json() {
    return "{\"fixes\": [" + String.join(", ", fixes) + "]" + otherStreams + "}";
  }

  /** Adds to one fix a member that cannot be right; where a name comes twice, the last holds. */
  Spoilt spoilFix(Random random) {
    int index = random.nextInt(fixes.size());
    String spoiler = SPOILERS[random.nextInt(SPOILERS.length)];
    var spoilt = new ArrayList<>(fixes);
    spoilt.set(index, fixes.get(index).replaceFirst("}$", ", " + spoiler + "}"));
    return new Spoilt(new RandomBatch(meant, spoilt, otherStreams).json(), index);
  }

  private interface Draw<T> {
    T draw();
  }

  private static <T> List<T> times(int count, Draw<T> draw) {
    return IntStream.range(0, count).mapToObj(_ -> draw.draw()).toList();
  }

  private static <T> String array(List<T> items, Function<T, String> json) {
    return items.stream().map(json).collect(Collectors.joining(",", "[", "]"));
  }

  private static GpsFix fix(Random random) {
    return new GpsFix(
        time(random),
        new LatLon(decimal(random, -90, 90, 7), decimal(random, -180, 180, 7)),
        maybe(random, decimal(random, 0.001, 5_000, 3)),
        maybe(random, decimal(random, -400, 9_000, 2)),
        maybe(random, decimal(random, 0, 90, 3)),
        maybe(random, decimal(random, 0, 360, 2)),
        maybe(random, random.nextLong(1L << 45)),
        one(random, LocationProvider.values()));
  }

  private static MotionChunk motion(Random random) {
    int count = 3 * (1 + random.nextInt(200));
    return new MotionChunk(
        time(random),
        decimal(random, 1, 200, 2),
        floats(random, count),
        random.nextBoolean() ? floats(random, count) : null);
  }

  private static float[] floats(Random random, int count) {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) decimal(random, -20, 20, random.nextInt(7));
    }
    return values;
  }

  private static ActivitySample activity(Random random) {
    return new ActivitySample(
        time(random), one(random, ActivityType.values()), random.nextDouble());
  }

  private static PhoneState phone(Random random) {
    return new PhoneState(
        time(random),
        maybe(random, random.nextBoolean()),
        maybe(random, one(random, CallState.values())),
        maybe(random, random.nextBoolean()),
        maybe(random, random.nextDouble()),
        maybe(random, random.nextBoolean()),
        maybe(random, "route \"" + random.nextInt(100) + "\u20ac"));
  }

  private static StepCount steps(Random random) {
    var start = time(random);
    return new StepCount(start, start.plusSeconds(random.nextInt(600)), random.nextInt(9_000));
  }

  private static Instant time(Random random) {
    int nanos = random.nextBoolean() ? 0 : random.nextInt(1_000_000) * 1_000;
    return Instant.ofEpochSecond(random.nextLong(EARLIEST, LATEST), nanos);
  }

  private static double decimal(Random random, double low, double high, int decimals) {
    double value = random.nextDouble(low, high);
    return Double.parseDouble(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  private static <T> @Nullable T maybe(Random random, T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  private static <T> T one(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String json(GpsFix fix, Random random) {
    return object(
        "time", time(fix.time(), random),
        "lat", fix.position().latitudeDeg(),
        "lon", fix.position().longitudeDeg(),
        "accuracy", fix.accuracyMeters(),
        "altitude", fix.altitudeMeters(),
        "speed", fix.speedMps(),
        "bearing", fix.bearingDeg(),
        "uptime_ms", fix.uptimeMillis(),
        "provider", quoted(fix.provider()));
  }

  private static String json(MotionChunk chunk, Random random) {
    return object(
        "start", time(chunk.start(), random),
        "rate_hz", chunk.rateHz(),
        "acceleration", samples(chunk, chunk::accelerationMps2),
        "rotation", chunk.hasRotation() ? samples(chunk, chunk::rotationRadps) : null);
  }

  private interface Axis {
    float of(int sample, int axis);
  }

  private static String samples(MotionChunk chunk, Axis axis) {
    return IntStream.range(0, chunk.sampleCount())
        .mapToObj(
            sample ->
                Arrays.toString(
                    new float[] {axis.of(sample, 0), axis.of(sample, 1), axis.of(sample, 2)}))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(ActivitySample sample, Random random) {
    return object(
        "time", time(sample.time(), random),
        "type", quoted(sample.type()),
        "confidence", sample.confidenceRatio());
  }

  private static String json(PhoneState state, Random random) {
    var screenOn = state.screenOn();
    var route = state.audioRoute();
    return object(
        "time", time(state.time(), random),
        "screen", screenOn == null ? null : screenOn ? "\"on\"" : "\"off\"",
        "call", quoted(state.call()),
        "mounted", state.mounted(),
        "battery", state.batteryRatio(),
        "charging", state.charging(),
        "audio_route", route == null ? null : "\"" + route.replace("\"", "\\\"") + "\"");
  }

  private static String json(StepCount steps, Random random) {
    return object(
        "start", time(steps.start(), random),
        "end", time(steps.end(), random),
        "count", steps.count());
  }

  private static String object(@Nullable Object... namesAndValues) {
    var members = new ArrayList<String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.add("\"" + namesAndValues[i] + "\": " + namesAndValues[i + 1]);
    }
    return members.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static @Nullable String quoted(@Nullable Enum<?> constant) {
    return constant == null ? null : "\"" + constant.name().toLowerCase(Locale.ROOT) + "\"";
  }

  /** Milliseconds where that loses nothing, or RFC 3339 with some offset. */
  private static String time(Instant time, Random random) {
    if (time.truncatedTo(ChronoUnit.MILLIS).equals(time) && random.nextBoolean()) {
      return Long.toString(time.toEpochMilli());
    }
    var offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-840, 841));
    return "\"" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(offset)) + "\"";
  }
}
