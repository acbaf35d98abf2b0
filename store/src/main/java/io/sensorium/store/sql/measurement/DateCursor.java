package io.sensorium.store.sql.measurement;

import io.sensorium.core.id.SourceId;
import io.sensorium.store.database.Session;
import io.sensorium.store.measurement.Measurement;
import java.sql.SQLException;

/** Goes through the rows of one source block by block. */
final class DateCursor {

  private final SourceId source;
  private final PackedRows memory;
  private final long toMicros;
  private long nextMicros; // rows before are in the part, or before it
  private PackedRows part = PackedRows.NONE;
  private int row = -1;

  /** A cursor before the first row. */
  DateCursor(SourceId source, PackedRows memory, long fromMicros, long toMicros) {
    this.source = source;
    this.memory = memory;
    this.nextMicros = fromMicros;
    this.toMicros = toMicros;
  }

  long sourceId() {
    return source.value();
  }

  long timeMicros() {
    return part.timeMicros(row);
  }

  Measurement row() {
    return new Measurement(
        source, part.timeMicros(row), part.value(row), part.typeCode(row), part.seq(row));
  }

  /** Moves to the next row; false when there is none. */
  boolean advance(Session session) throws SQLException {
    row++;
    while (row == part.size()) {
      if (nextMicros >= toMicros) {
        return false;
      }
      part = nextPart(session);
      row = 0;
    }
    return true;
  }

  /** The rows up to the end of the next block that has any; all others when there is none. */
  private PackedRows nextPart(Session session) throws SQLException {
    var sealed = PackedRows.NONE;
    long end = toMicros;
    try (var block = BlockRows.openTwo(session, source.value(), nextMicros, toMicros)) {
      while (sealed.isEmpty() && block.next()) {
        if (block.getLong(3) >= nextMicros) {
          var rows = PackedRows.of(BlockRows.sealed(block).rows());
          sealed = rows.copyOf(rows.indexFrom(nextMicros), rows.indexFrom(toMicros));
          end = Math.min(toMicros, block.getLong(3) + 1);
        }
      }
    }
    var waiting = memory.copyOf(memory.indexFrom(nextMicros), memory.indexFrom(end));
    nextMicros = end;
    return PackedRows.merge(sealed, waiting);
  }
}
