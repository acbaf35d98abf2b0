package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.core.bytes.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The state of a fold as it is stored: the version of the analysis, then the state itself. */
final class SavedFold {

  private static final byte[] VERSION = FoldCursor.VERSION.getBytes(StandardCharsets.US_ASCII);

  private SavedFold() {}

  static Blob of(FoldCursor cursor) {
    var state = cursor.save();
    var bytes = ByteBuffer.allocate(1 + VERSION.length + state.length);
    bytes.put((byte) VERSION.length).put(VERSION).put(state);
    return Blob.copyOf(bytes.array());
  }

  /** The cursor at that state; empty when another version of the analysis saved it. */
  static Optional<FoldCursor> restore(Blob saved) {
    var bytes = saved.toBytes();
    int begin = 1 + VERSION.length;
    if (bytes.length < begin
        || bytes[0] != VERSION.length
        || !Arrays.equals(bytes, 1, begin, VERSION, 0, VERSION.length)) {
      return Optional.empty();
    }
    return Optional.of(FoldCursor.restore(Arrays.copyOfRange(bytes, begin, bytes.length)));
  }
}
