package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A server's data, in a directory that is gone after the bench. */
public final class DataDirectory implements AutoCloseable {

  private final Path path;

  private DataDirectory(Path path) {
    this.path = path;
  }

  public static DataDirectory create() throws IOException {
    return new DataDirectory(Files.createTempDirectory("sensorium-bench-"));
  }

  public Path path() {
    return path;
  }

  /**
   * Bytes of all files, those of a write-ahead log included, but for what the server unpacked from
   * its own program: that has one size, and does not grow with the data.
   */
  public long bytes() throws IOException {
    var bytes = new AtomicLong();
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.endsWith("cache")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes.addAndGet(attributes.size());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // a running server may delete files
          }
        });
    return bytes.get();
  }

  /** Bytes that the files take on disk, which is less than their sizes where they have holes. */
  public long allocatedBytes() throws IOException, InterruptedException {
    var du =
        new ProcessBuilder("du", "-s", "-B1", "--exclude=cache", path.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = du.inputReader(StandardCharsets.UTF_8)) {
      var line = out.readLine();
      du.waitFor();
      if (line == null) {
        throw new BenchException("du tells nothing of " + path);
      }
      return Long.parseLong(line.split("\\s", 2)[0]);
    }
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
