package io.sensorium.series;

import io.sensorium.core.driving.BehaviorAnnotation;
import io.sensorium.core.driving.BehaviorAnnotation.Acceleration;
import io.sensorium.core.driving.BehaviorAnnotation.Boundary;
import io.sensorium.core.driving.BehaviorAnnotation.Crash;
import io.sensorium.core.driving.BehaviorAnnotation.PhoneUse;
import io.sensorium.core.driving.BehaviorAnnotation.Turn;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.timeline.TimelineEvent.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scores and annotations of a drive as bytes; its features stand elsewhere. */
public final class DriveCodec {

  private static final int BOUNDARY = 0;
  private static final int ACCELERATION = 1;
  private static final int TURN = 2;
  private static final int PHONE_USE = 3;
  private static final int CRASH = 4;

  private static final BehaviorAnnotation.Change[] CHANGES = BehaviorAnnotation.Change.values();
  private static final BehaviorAnnotation.Maneuver[] MANEUVERS =
      BehaviorAnnotation.Maneuver.values();
  private static final BehaviorAnnotation.Usage[] USAGES = BehaviorAnnotation.Usage.values();
  private static final BehaviorAnnotation.Origin[] ORIGINS = BehaviorAnnotation.Origin.values();

  private DriveCodec() {}

  public static byte[] encode(Drive drive) {
    var annotations = drive.annotations();
    var out = Frame.start(Frame.Format.DRIVE, 128 + 64 * annotations.size());
    ScoresCodec.write(out, drive.scores());
    out.writeVarint(annotations.size());
    annotations.forEach(annotation -> write(out, annotation));
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static Drive decode(byte[] bytes, BehaviorFeatures features) {
    var in = Frame.open(Frame.Format.DRIVE, bytes);
    var scores = ScoresCodec.read(in);
    int size = in.readCount(Frame.MAX_ITEMS);
    var annotations = new ArrayList<BehaviorAnnotation>();
    for (int i = 0; i < size; i++) {
      annotations.add(read(in));
    }
    return new Drive(features, scores, annotations);
  }

  private static void write(ByteWriter out, BehaviorAnnotation annotation) {
    switch (annotation) {
      case Boundary boundary -> start(out, BOUNDARY, boundary.when());
      case Acceleration it -> {
        start(out, ACCELERATION, it.when()).writeByte(it.change().ordinal());
        out.writeReal(it.magnitudeValue());
        write(out, it.path());
      }
      case Turn turn -> {
        start(out, TURN, turn.when()).writeByte(turn.maneuver().ordinal());
        out.writeReal(turn.magnitudeValue());
        write(out, turn.path());
      }
      case PhoneUse use -> {
        start(out, PHONE_USE, use.when()).writeByte(use.usage().ordinal());
        write(out, use.path());
      }
      case Crash crash -> write(out, crash);
    }
  }

  private static void write(ByteWriter out, Crash crash) {
    start(out, CRASH, crash.when()).writeByte(crash.origin().ordinal());
    out.writeText(crash.transport().value());
    out.writeReal(crash.position().latitudeDeg());
    out.writeReal(crash.position().longitudeDeg());
    out.writeReal(crash.maxMagnitudeValue());
    out.writeByte(crash.confidencePercent());
    out.writeReal(crash.speedAtImpactKmh());
    out.writeReal(crash.deltaKmh());
  }

  private static BehaviorAnnotation read(ByteReader in) {
    int kind = in.readByte();
    var when = Spans.read(in, false);
    return switch (kind) {
      case BOUNDARY -> new Boundary(when);
      case ACCELERATION ->
          new Acceleration(when, in.readOneOf(CHANGES), in.readReal(), readPath(in));
      case TURN -> new Turn(when, in.readOneOf(MANEUVERS), in.readReal(), readPath(in));
      case PHONE_USE -> new PhoneUse(when, in.readOneOf(USAGES), readPath(in));
      case CRASH -> readCrash(in, when);
      default -> throw new DamagedBytesException("no kind of annotation is " + kind);
    };
  }

  private static Crash readCrash(ByteReader in, Span when) {
    var origin = in.readOneOf(ORIGINS);
    var transport = new EventId(in.readText());
    var position = new LatLon(in.readReal(), in.readReal());
    double maxMagnitude = in.readReal();
    int confidencePercent = in.readByte();
    return new Crash(
        when,
        transport,
        position,
        maxMagnitude,
        confidencePercent,
        in.readReal(),
        in.readReal(),
        origin);
  }

  private static ByteWriter start(ByteWriter out, int kind, Span when) {
    if (when.end() == null) {
      throw new IllegalArgumentException("an annotation has an end");
    }
    out.writeByte(kind);
    Spans.write(out, when);
    return out;
  }

  private static void write(ByteWriter out, List<LatLon> path) {
    int size = path.size();
    out.writeVarint(size);
    var column = new double[size];
    Arrays.setAll(column, i -> path.get(i).latitudeDeg());
    RealColumn.write(out, column, size);
    Arrays.setAll(column, i -> path.get(i).longitudeDeg());
    RealColumn.write(out, column, size);
  }

  private static List<LatLon> readPath(ByteReader in) {
    int size = in.readCount(Frame.MAX_ITEMS);
    var latitude = new double[size];
    RealColumn.read(in, latitude, size);
    var longitude = new double[size];
    RealColumn.read(in, longitude, size);
    var path = new ArrayList<LatLon>(size);
    for (int i = 0; i < size; i++) {
      path.add(new LatLon(latitude[i], longitude[i]));
    }
    return path;
  }
}
