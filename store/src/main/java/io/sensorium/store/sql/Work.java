package io.sensorium.store.sql;

import java.sql.SQLException;

/** Something to do with a database. */
@FunctionalInterface
interface Work<T> {

  T run(Session session) throws SQLException;
}
