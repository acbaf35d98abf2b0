package io.sensorium.intake.accept;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.bytes.Digests;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.signals.Rejection;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a batch by its content, for senders that give no name: {@code sha256:} and 64 hexadecimal
 * digits.
 *
 * <p>Batches with the same items, good and rejected, have the same name; the order of the fixes
 * does not matter, as they are given in order.
 */
final class ContentKey {
  /*
   * Rejected items are part of it, so that a batch that is sent again with one item mended is
   * another batch, and its sender is not told about the item as it was before.
   */

  private static final int BUFFER_BYTES = 8_192;

  private final DataOutputStream out;

  private ContentKey(DataOutputStream out) {
    this.out = out;
  }

  static String of(Signals signals, List<Rejection> rejections) {
    MessageDigest digest = Digests.sha256();
    var digesting = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    try (var out = new DataOutputStream(new BufferedOutputStream(digesting, BUFFER_BYTES))) {
      var key = new ContentKey(out);
      key.write(signals);
      key.writeRejections(rejections);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private void write(Signals signals) throws IOException {
    writeFixes(signals.fixes());
    out.writeInt(signals.motion().size());
    for (var chunk : signals.motion()) {
      writeMotion(chunk);
    }
    out.writeInt(signals.activity().size());
    for (var sample : signals.activity()) {
      writeActivity(sample);
    }
    out.writeInt(signals.phone().size());
    for (var state : signals.phone()) {
      writePhone(state);
    }
    out.writeInt(signals.steps().size());
    for (var steps : signals.steps()) {
      writeSteps(steps);
    }
  }

  private void writeFixes(FixTrack fixes) throws IOException {
    out.writeInt(fixes.size());
    for (int row = 0; row < fixes.size(); row++) {
      out.writeLong(fixes.timeMicros(row));
      out.writeInt(fixes.latitudeE7(row));
      out.writeInt(fixes.longitudeE7(row));
      out.writeInt(fixes.accuracyMm(row));
      out.writeInt(fixes.altitudeCm(row));
      out.writeInt(fixes.speedMmps(row));
      out.writeInt(fixes.bearingCdeg(row));
      out.writeLong(fixes.uptimeMillis(row));
      out.writeByte(fixes.provider(row).ordinal());
    }
  }

  private void writeMotion(MotionChunk chunk) throws IOException {
    out.writeLong(Micros.of(chunk.start()));
    out.writeDouble(chunk.rateHz());
    out.writeInt(chunk.sampleCount());
    out.writeBoolean(chunk.hasRotation());
    for (int sample = 0; sample < chunk.sampleCount(); sample++) {
      for (int axis = 0; axis < 3; axis++) {
        out.writeFloat(chunk.accelerationMps2(sample, axis));
        out.writeFloat(chunk.hasRotation() ? chunk.rotationRadps(sample, axis) : 0);
      }
    }
  }

  private void writeActivity(ActivitySample sample) throws IOException {
    out.writeLong(Micros.of(sample.time()));
    out.writeByte(sample.type().ordinal());
    out.writeDouble(sample.confidenceRatio());
  }

  private void writePhone(PhoneState state) throws IOException {
    out.writeLong(Micros.of(state.time()));
    writeText(String.valueOf(state.screenOn()));
    writeText(String.valueOf(state.call()));
    writeText(String.valueOf(state.mounted()));
    writeText(String.valueOf(state.batteryRatio()));
    writeText(String.valueOf(state.charging()));
    out.writeBoolean(state.audioRoute() != null);
    writeText(String.valueOf(state.audioRoute()));
  }

  private void writeSteps(StepCount steps) throws IOException {
    out.writeLong(Micros.of(steps.start()));
    out.writeLong(Micros.of(steps.end()));
    out.writeInt(steps.count());
  }

  private void writeRejections(List<Rejection> rejections) throws IOException {
    out.writeInt(rejections.size());
    for (var rejection : rejections) {
      writeText(rejection.stream());
      out.writeInt(rejection.index());
      writeText(rejection.reason());
    }
  }

  private void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
