package io.sensorium.store.database;

import java.sql.SQLException;

/** Opens sessions on one database, and knows what is particular to its kind. */
public interface Database {

  /** A name for people: of threads and in messages. */
  String name();

  /** Brings the tables up to date. */
  void migrate();

  /** The session that writes, used by one thread at a time. */
  Session openWriter() throws SQLException;

  /** A session that reads; each of its statements sees all that was committed before. */
  Session openReader() throws SQLException;

  /**
   * Begins a transaction.
   *
   * @param durable whether its commit must be on disk when it returns; else it is at the latest
   *     when a later one that is durable returns, and always outlives the process
   */
  void begin(Session writer, boolean durable) throws SQLException;

  void commit(Session writer) throws SQLException;

  void rollback(Session writer) throws SQLException;

  /** Has all statements of a reader see the same, from the first one on. */
  void beginSnapshot(Session reader) throws SQLException;

  void endSnapshot(Session reader) throws SQLException;

  /** Gives back room on disk while nobody writes. */
  void tidy(Session writer) throws SQLException;

  /**
   * Rewrites what is stored, so that nothing is left of rows that were deleted, in whatever the
   * database itself does not overwrite.
   */
  void rewrite(Session writer) throws SQLException;

  /**
   * Empties what keeps earlier versions of rows beside the tables.
   *
   * @return false when a reader still needs them
   */
  boolean emptyLog(Session writer) throws SQLException;
}
