package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.pipeline.BenchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** nginx, answering every request with the same small file. */
public final class Nginx implements AutoCloseable {
  /*
   * As fast as it is known to be: a worker per core, connections kept open for good, the file's
   * descriptor kept open, no log.
   */

  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final PeerProcess process;
  private final URI uri;

  private Nginx(PeerProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts it in a folder of its own. */
  public static Nginx start(Path folder, int fileBytes) throws IOException, InterruptedException {
    var program =
        Programs.find("nginx")
            .orElseThrow(() -> new BenchException("no nginx: apt-get install nginx"));
    Files.setPosixFilePermissions(
        folder, READABLE); // its workers are nobody's where root starts it
    Files.createDirectories(folder.resolve("www"));
    Files.writeString(folder.resolve("www/file.json"), "x".repeat(fileBytes));
    int port = PeerProcess.freePort();
    var config = Files.writeString(folder.resolve("nginx.conf"), config(folder, port));
    return new Nginx(
        PeerProcess.start(
            List.of(program.toString(), "-c", config.toString()), folder.resolve("log"), port),
        URI.create("http://127.0.0.1:" + port));
  }

  public URI uri() {
    return uri;
  }

  /** What it has used. */
  public double cpuSeconds() throws IOException {
    return process.threadSeconds();
  }

  @Override
  public void close() {
    process.close();
  }

  private static String config(Path folder, int port) {
    return """
      daemon off;
      worker_processes auto;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      events {}
      http {
        access_log off;
        sendfile on;
        tcp_nopush on;
        keepalive_requests 1000000000;
        open_file_cache max=10;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        server {
          listen 127.0.0.1:%2$d;
          root %1$s/www;
          location / { try_files /file.json =404; }
        }
      }
      """
        .formatted(folder, port);
  }
}
