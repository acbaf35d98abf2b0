package io.sensorium.engine.flow;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.core.bytes.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The states of folds as they are stored: the version of the analysis, then the state itself. */
final class FoldStates {

  private final byte[] version;

  FoldStates(String version) {
    this.version = version.getBytes(StandardCharsets.US_ASCII);
  }

  /** The state of a cursor. */
  Blob of(FoldCursor cursor) {
    var state = cursor.save();
    var bytes = ByteBuffer.allocate(1 + version.length + state.length);
    bytes.put((byte) version.length).put(version).put(state);
    return Blob.copyOf(bytes.array());
  }

  /** The cursor at that state; empty when another version of the analysis saved it. */
  Optional<FoldCursor> restore(Blob saved) {
    var bytes = saved.toBytes();
    return isCurrent(bytes)
        ? Optional.of(
            FoldCursor.restore(Arrays.copyOfRange(bytes, 1 + version.length, bytes.length)))
        : Optional.empty();
  }

  /** Whether this version of the analysis saved it. */
  boolean isCurrent(Blob saved) {
    return isCurrent(saved.toBytes());
  }

  private boolean isCurrent(byte[] saved) {
    int begin = 1 + version.length;
    return saved.length >= begin
        && saved[0] == version.length
        && Arrays.equals(saved, 1, begin, version, 0, version.length);
  }
}
