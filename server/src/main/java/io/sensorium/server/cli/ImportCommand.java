package io.sensorium.server.cli;

import io.sensorium.api.imports.ImportJob;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.imports.Format;
import io.sensorium.intake.imports.Formats;
import io.sensorium.server.Offline;
import io.sensorium.server.logging.Logging;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./sensorium import}. */
@Command(
    name = "import",
    description = {
      "Takes files of tracks (GPX, GeoJSON; also packed with gzip) into a user's history.",
      "Works while the server runs and while it is stopped. Doing it twice is harmless."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private static final Duration LOOK_EACH = Duration.ofMillis(200);

  /** What is told of a file in the end. */
  private record Outcome(long accepted, long rejected, @Nullable String error) {}

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--user", required = true, paramLabel = "ID", description = "Whose history.")
  private String user = "";

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "gpx or geojson (default: as the file's name says).")
  private @Nullable String format;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to import.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!UserId.isValid(user)) {
      throw new UserMistake("'" + user + "' is not a user id: 24 hexadecimal digits");
    }
    files.forEach(this::format); // a mistake is told before anything is imported
    var running = AdminClient.ofRunningServer(data.existingDirectory());
    boolean whole = true;
    if (running.isPresent()) {
      for (var file : files) {
        whole &= tell(file, importOnline(running.get(), file, format(file)));
      }
    } else {
      var config = data.config(Map.of());
      Logging.setUp(config.log());
      try (var offline = Offline.open(config, data.directory())) {
        for (var file : files) {
          whole &= tell(file, importOffline(offline, file, format(file)));
        }
      }
    }
    return whole ? SensoriumCommand.OK : SensoriumCommand.FAILED;
  }

  private Format format(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserMistake("there is no file " + file);
    }
    var found =
        format == null
            ? Formats.findByFileName(file.getFileName().toString())
            : Formats.find(format);
    return found.orElseThrow(
        () -> new UserMistake("cannot tell the format of " + file + "; say --format gpx|geojson"));
  }

  private Outcome importOffline(Offline offline, Path file, Format as)
      throws IOException, InterruptedException {
    try (var bar = ProgressBar.onTerminal(file.getFileName().toString())) {
      var job = offline.importFile(new UserId(user), file, as, bar::show);
      return new Outcome(job.progress().accepted(), job.progress().rejected(), job.error());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private Outcome importOnline(AdminClient admin, Path file, Format as) throws IOException {
    try (var bar = ProgressBar.onTerminal(file.getFileName().toString())) {
      var job =
          admin.post(
              "/admin/v1/users/" + user + "/import?format=" + as.name(),
              BodyPublishers.ofFile(file));
      while (!isFinished(job.path("state").asString())) {
        LockSupport.parkNanos(LOOK_EACH.toNanos());
        job = admin.get("/admin/v1/imports/" + job.path("id").asString());
        bar.show(job.path("progress").asDouble(), job.path("accepted").asLong() + " fixes");
      }
      var error = job.path("error");
      return new Outcome(
          job.path("accepted").asLong(),
          job.path("rejected_count").asLong(),
          error.isString() ? error.asString() : null);
    }
  }

  private static boolean isFinished(String state) {
    return state.equalsIgnoreCase(ImportJob.State.DONE.name())
        || state.equalsIgnoreCase(ImportJob.State.FAILED.name());
  }

  /** True when the file was read to its end. */
  private static boolean tell(Path file, Outcome outcome) {
    System.out.printf(
        "%s: %d fixes taken, %d points rejected%s%n",
        file,
        outcome.accepted(),
        outcome.rejected(),
        outcome.error() == null ? "" : "; then it could not be read on: " + outcome.error());
    return outcome.error() == null;
  }
}
