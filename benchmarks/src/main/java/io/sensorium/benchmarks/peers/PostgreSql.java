package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** PostgreSQL with one plain table, filled by COPY. It acknowledges when its log is synced. */
public final class PostgreSql implements Entrant {

  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final String OWNER = "postgres";
  private static final int OPEN_TRIES = 200;
  private static final int OPEN_PAUSE_MILLIS = 50;

  private static final String SCHEMA =
      """
      CREATE TABLE points (
        series integer NOT NULL, at timestamptz NOT NULL, value float8 NOT NULL);
      CREATE INDEX points_series ON points (series, at) INCLUDE (value);
      CREATE TABLE series (id integer PRIMARY KEY);
      """;

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public RowFormat format() {
    return RowFormat.COPY;
  }

  @Override
  public boolean isInstalled() {
    return binaries().isPresent();
  }

  @Override
  public String howToInstall() {
    return "apt-get install postgresql";
  }

  @Override
  public Contender start() throws IOException, InterruptedException {
    var binaries = binaries().orElseThrow();
    var data = DataDirectory.create();
    var cluster = data.path().resolve("data").toString();
    if (isRoot()) {
      run(List.of("chown", OWNER, data.path().toString()));
    }
    run(asOwner(binaries.resolve("initdb"), "-D", cluster, "-U", OWNER, "-A", "trust"));
    int port = PeerProcess.freePort();
    var command =
        asOwner(
            binaries.resolve("postgres"),
            "-D",
            cluster,
            "-p",
            Integer.toString(port),
            "-k",
            data.path().toString(),
            "-c",
            "shared_buffers=1GB",
            "-c",
            "max_wal_size=8GB");
    var process = PeerProcess.start(command, data.path().resolve("log"), port);
    var url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, OWNER);
    awaitOpen(url);
    return new Running(process, data, url);
  }

  /** The server listens a little before it lets anyone in. */
  private static void awaitOpen(String url) throws InterruptedException {
    for (int left = OPEN_TRIES; ; left--) {
      try (var _ = DriverManager.getConnection(url)) {
        return;
      } catch (SQLException e) {
        if (left == 0) {
          throw new BenchException("PostgreSQL lets nobody in", e);
        }
        Thread.sleep(OPEN_PAUSE_MILLIS);
      }
    }
  }

  private static Optional<Path> binaries() {
    if (!Files.isDirectory(INSTALLATIONS)) {
      return Optional.empty();
    }
    try (var versions = Files.list(INSTALLATIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new BenchException("cannot look for PostgreSQL", e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asOwner(Path program, String... arguments) {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid", OWNER, "--regid", OWNER, "--clear-groups", "--"));
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new BenchException(command + " ended with " + process.exitValue());
    }
  }

  private record Running(PeerProcess process, DataDirectory data, String url) implements Contender {

    @Override
    public void prepare(Batches first) throws IOException, InterruptedException {
      execute(SCHEMA);
      Sending.send(this, first);
      execute("INSERT INTO series SELECT series FROM points");
    }

    private void execute(String sql) throws IOException {
      try (var connection = open();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    @Override
    public Line connect(int connection) throws IOException {
      try {
        return new SqlLine(open());
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    private Connection open() throws SQLException {
      return DriverManager.getConnection(url);
    }

    @Override
    public ServerFigures figures() {
      return process.figures();
    }

    /** Of the table and its index alone, without the log that is reused. */
    @Override
    public long sealedBytes() throws IOException, InterruptedException {
      execute("VACUUM ANALYZE points");
      execute("CHECKPOINT");
      Sending.awaitQuiet(this);
      try (var connection = open();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT pg_total_relation_size('points')")) {
        rows.next();
        return rows.getLong(1);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      process.close();
      data.close();
    }
  }
}
