package io.sensorium.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row that a result stands on. Asks the database nothing. */
@FunctionalInterface
interface RowReader<T> {

  T read(ResultSet row) throws SQLException;
}
