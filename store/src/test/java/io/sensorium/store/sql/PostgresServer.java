package io.sensorium.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of the tests' own, made of the binaries that Debian's package installs. It
 * starts with the first test that asks for it, and ends with the process.
 */
public final class PostgresServer {

  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final String OWNER = "postgres";

  /** Starts when it is first touched. */
  private static final class Running {
    static final PostgresServer SERVER = start();
  }

  private final Path directory;
  private final Path binaries;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(Path directory, Path binaries, int port) {
    this.directory = directory;
    this.binaries = binaries;
    this.port = port;
  }

  /** The URL of a new, empty database. */
  public static String newDatabase() {
    var server = Running.SERVER;
    var name = "test_" + server.databases.incrementAndGet();
    try (var connection = DriverManager.getConnection(server.url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return server.url(name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make a database", e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + OWNER;
  }

  private static PostgresServer start() {
    try {
      var binaries = findBinaries();
      var directory = Files.createTempDirectory("sensorium-postgres");
      var server = new PostgresServer(directory, binaries, freePort());
      if (isRoot()) {
        server.run(List.of("chown", OWNER, directory.toString()));
      }
      server.runAsOwner(
          "initdb",
          "-D",
          server.data(),
          "-U",
          OWNER,
          "-A",
          "trust",
          "--no-sync",
          "--locale=C",
          "-E",
          "UTF8");
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      server.runAsOwner(
          "pg_ctl",
          "-D",
          server.data(),
          "-w",
          "-l",
          directory.resolve("log").toString(),
          "-o",
          server.options(),
          "start");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path findBinaries() throws IOException {
    if (!Files.isDirectory(INSTALLATIONS)) {
      throw new IllegalStateException(
          "tests on PostgreSQL need its server: apt-get install postgresql, or leave them out with"
              + " -Dsensorium.excludedGroups=postgres");
    }
    try (var versions = Files.list(INSTALLATIONS)) {
      return versions
          .max(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString())))
          .orElseThrow()
          .resolve("bin");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  /** What is written need not outlive the machine here. */
  private String options() {
    return "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off".formatted(port, directory);
  }

  private void stop() {
    try {
      runAsOwner("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
      run(List.of("rm", "-rf", directory.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** PostgreSQL refuses to run as root. */
  private void runAsOwner(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", OWNER, "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws IOException {
    var process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(command + " ended with " + exit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
