package io.sensorium.store.sql.measurement;

import io.sensorium.store.database.Session;
import java.sql.SQLException;

/** Tells where in the table of blocks a block lies. For one thread at a time. */
final class BlockIds {
  /*
   * The table lies in the order of its ids. Full blocks get rising ones, and are seldom changed: they
   * are written behind each other, and their pages stay full. The last block of a source, which is
   * written anew until it is full, has an id of its own below zero: these blocks are neighbours in
   * the order of their sources, and those that are sealed together share their pages.
   */

  private long last;

  /** Goes on after the ids in use. */
  BlockIds(Session session) throws SQLException {
    last = Math.max(0, session.number("SELECT COALESCE(max(block_id), 0) FROM measurement_blocks"));
  }

  long next() {
    return ++last;
  }

  /** Of the block of a source that is not full yet. */
  static long ofGrowing(long source) {
    return Long.MIN_VALUE + source;
  }
}
