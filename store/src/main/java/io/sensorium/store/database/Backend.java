package io.sensorium.store.database;

import io.sensorium.store.database.StoreStatus.FileSize;
import java.nio.file.Path;
import java.util.List;

/** What a store does differently on SQLite and on PostgreSQL. */
public interface Backend {

  String kind();

  Database database(String schema);

  int readerCount();

  FileSize size(SqlDatabase database);

  List<Finding> checkFiles(SqlDatabase database);

  void backup(SqlDatabase database, Path directory);
}
