package io.sensorium.store.database;

import java.sql.SQLException;

/** Something to do with a database. */
@FunctionalInterface
public interface Work<T> {

  T run(Session session) throws SQLException;
}
