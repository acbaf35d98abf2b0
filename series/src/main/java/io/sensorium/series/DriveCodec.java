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
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent.Span;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
        write(out, it.magnitudeValue());
        write(out, it.path());
      }
      case Turn turn -> {
        start(out, TURN, turn.when()).writeByte(turn.maneuver().ordinal());
        write(out, turn.magnitudeValue());
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
    write(out, crash.position().latitudeDeg());
    write(out, crash.position().longitudeDeg());
    write(out, crash.maxMagnitudeValue());
    out.writeByte(crash.confidencePercent());
    write(out, crash.speedAtImpactKmh());
    write(out, crash.deltaKmh());
  }

  private static BehaviorAnnotation read(ByteReader in) {
    int kind = in.readByte();
    var when = readSpan(in);
    return switch (kind) {
      case BOUNDARY -> new Boundary(when);
      case ACCELERATION -> new Acceleration(when, oneOf(CHANGES, in), readReal(in), readPath(in));
      case TURN -> new Turn(when, oneOf(MANEUVERS, in), readReal(in), readPath(in));
      case PHONE_USE -> new PhoneUse(when, oneOf(USAGES, in), readPath(in));
      case CRASH -> readCrash(in, when);
      default -> throw new DamagedBytesException("no kind of annotation is " + kind);
    };
  }

  private static Crash readCrash(ByteReader in, Span when) {
    var origin = oneOf(ORIGINS, in);
    var transport = new EventId(in.readText());
    var position = new LatLon(readReal(in), readReal(in));
    double maxMagnitude = readReal(in);
    int confidencePercent = in.readByte();
    return new Crash(
        when,
        transport,
        position,
        maxMagnitude,
        confidencePercent,
        readReal(in),
        readReal(in),
        origin);
  }

  private static ByteWriter start(ByteWriter out, int kind, Span when) {
    long start = Micros.of(when.start());
    long end = Micros.of(Objects.requireNonNull(when.end()));
    return out.writeByte(kind)
        .writeSigned(start)
        .writeSigned(when.startOffset().getTotalSeconds())
        .writeVarint(end - start)
        .writeSigned(when.endOffset().getTotalSeconds());
  }

  private static Span readSpan(ByteReader in) {
    long start = in.readSigned();
    var startOffset = readOffset(in);
    long end = start + in.readVarint();
    return new Span(Micros.toInstant(start), startOffset, Micros.toInstant(end), readOffset(in));
  }

  private static ZoneOffset readOffset(ByteReader in) {
    return ZoneOffset.ofTotalSeconds((int) in.readSigned());
  }

  private static void write(ByteWriter out, double value) {
    out.writeLong(Double.doubleToLongBits(value));
  }

  private static double readReal(ByteReader in) {
    return Double.longBitsToDouble(in.readLong());
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

  private static <T> T oneOf(T[] values, ByteReader in) {
    int code = in.readByte();
    if (code >= values.length) {
      throw new DamagedBytesException("no code is " + code);
    }
    return values[code];
  }
}
