package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import io.sensorium.store.database.StoreStatus.FileSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The schemas of one PostgreSQL database. */
public final class PostgresBackend implements Backend {

  private static final String SIZE =
      """
      SELECT COALESCE(sum(pg_total_relation_size(c.oid)), 0)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind = 'r'
      """;

  private final String url;

  public PostgresBackend(String url) {
    this.url = jdbcUrl(url);
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public Database database(String schema) {
    return new PostgresDatabase(url, schema);
  }

  @Override
  public int readerCount() {
    return 6;
  }

  @Override
  public FileSize size(SqlDatabase database) {
    var schema = database.database().name();
    return new FileSize(schema, database.readers().read(s -> s.number(SIZE, schema)));
  }

  /** PostgreSQL checks its pages itself, where its cluster was made with checksums. */
  @Override
  public List<Finding> checkFiles(SqlDatabase database) {
    return List.of();
  }

  @Override
  public void backup(SqlDatabase database, Path directory) {
    throw new StoreException("a PostgreSQL database is backed up with pg_dump");
  }

  /** The driver wants its own prefix, and user and password as parameters. */
  public static String jdbcUrl(String url) {
    if (url.startsWith("jdbc:")) {
      return url;
    }
    var uri = URI.create(url);
    var userInfo = uri.getRawUserInfo();
    var query = new StringBuilder(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    if (userInfo != null) {
      int colon = userInfo.indexOf(':');
      query.append(query.isEmpty() ? "" : "&").append("user=");
      query.append(colon < 0 ? userInfo : userInfo.substring(0, colon));
      query.append(colon < 0 ? "" : "&password=" + userInfo.substring(colon + 1));
    }
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + "?" + query;
  }
}
