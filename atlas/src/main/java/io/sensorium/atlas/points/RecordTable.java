package io.sensorium.atlas.points;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records by their numbers, in bytes that are mapped to memory. Safe for use by many threads. */
public final class RecordTable {

  private final ByteBuffer bytes;

  /** Reads what {@link Writer} wrote. */
  public RecordTable(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** How many records there are. */
  public int size() {
    return bytes.getInt(0);
  }

  /** Reads a record, 0 to size - 1. */
  public RecordReader record(int number) {
    return new RecordReader(bytes, bytes.getInt(4 + 4 * number));
  }

  /** Collects records. */
  public static final class Writer {

    private final List<Integer> starts = new ArrayList<>();
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    /** Adds a record; its number is how many were added before. */
    public int add(byte[] record) {
      starts.add(records.size());
      records.writeBytes(record);
      return starts.size() - 1;
    }

    /** Writes the table; leaves the stream open. */
    public void write(DataOutputStream out) throws IOException {
      out.writeInt(starts.size());
      int recordsAt = 4 + 4 * starts.size();
      for (int start : starts) {
        out.writeInt(recordsAt + start);
      }
      records.writeTo(out);
    }
  }
}
