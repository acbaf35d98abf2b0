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
    int begin = 1 + version.length;
    if (bytes.length < begin
        || bytes[0] != version.length
        || !Arrays.equals(bytes, 1, begin, version, 0, version.length)) {
      return Optional.empty();
    }
    return Optional.of(FoldCursor.restore(Arrays.copyOfRange(bytes, begin, bytes.length)));
  }
}
