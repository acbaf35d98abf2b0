package io.sensorium.server.imports;

import io.sensorium.api.imports.ImportJob;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.imports.ImportProgress;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is written down: everything that is needed to go on after a restart.
 *
 * @param identity the SHA-256 of the file
 */
record SpooledImport(
    String id,
    UserId user,
    InstallId install,
    String format,
    String identity,
    long fileBytes,
    ImportJob.State state,
    ImportProgress progress,
    @Nullable String error) {

  ImportJob toJob() {
    return new ImportJob(id, user, state, fileBytes, progress, error);
  }

  boolean isFinished() {
    return state == ImportJob.State.DONE || state == ImportJob.State.FAILED;
  }

  SpooledImport with(ImportJob.State newState, ImportProgress reached, @Nullable String problem) {
    return new SpooledImport(
        id, user, install, format, identity, fileBytes, newState, reached, problem);
  }

  /** Writes it down for good: a crash leaves the old or the new record. */
  void write(Path file) throws IOException {
    var properties = new Properties();
    properties.setProperty("id", id);
    properties.setProperty("user", user.value());
    properties.setProperty("install", install.value());
    properties.setProperty("format", format);
    properties.setProperty("identity", identity);
    properties.setProperty("fileBytes", Long.toString(fileBytes));
    properties.setProperty("state", state.name());
    properties.setProperty("chunks", Integer.toString(progress.chunks()));
    properties.setProperty("bytesRead", Long.toString(progress.bytesRead()));
    properties.setProperty("accepted", Long.toString(progress.accepted()));
    properties.setProperty("rejected", Long.toString(progress.rejected()));
    if (error != null) {
      properties.setProperty("error", error);
    }
    var text = new StringWriter();
    properties.store(text, null);
    var next = file.resolveSibling(file.getFileName() + ".next");
    try (var channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static SpooledImport read(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return new SpooledImport(
        properties.getProperty("id"),
        new UserId(properties.getProperty("user")),
        new InstallId(properties.getProperty("install")),
        properties.getProperty("format"),
        properties.getProperty("identity"),
        Long.parseLong(properties.getProperty("fileBytes")),
        ImportJob.State.valueOf(properties.getProperty("state")),
        new ImportProgress(
            Integer.parseInt(properties.getProperty("chunks")),
            Long.parseLong(properties.getProperty("bytesRead")),
            Long.parseLong(properties.getProperty("accepted")),
            Long.parseLong(properties.getProperty("rejected")),
            List.of()),
        properties.getProperty("error"));
  }
}
