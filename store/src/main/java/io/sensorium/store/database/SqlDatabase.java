package io.sensorium.store.database;

import java.sql.SQLException;

/** An open database: its one writer and its readers. */
public record SqlDatabase(Database database, SqlWriter writer, ReaderPool readers)
    implements AutoCloseable {

  public static SqlDatabase open(Database database, int readerCount) {
    var writer = new SqlWriter(database);
    database.migrate();
    try {
      writer.start();
    } catch (SQLException e) {
      throw Failures.asStoreException(e);
    }
    return new SqlDatabase(database, writer, new ReaderPool(database, readerCount));
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
