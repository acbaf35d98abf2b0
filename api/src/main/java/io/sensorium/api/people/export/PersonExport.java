package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.identity.User;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.archive.History;
import io.sensorium.store.archive.SignalStream;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.timeline.Folds;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes everything held of a person as one ZIP archive, piece by piece: memory does not grow with
 * the history, and no transaction is open while the receiver is slow.
 */
public final class PersonExport {

  /** The media type of what is written. */
  public static final String MEDIA_TYPE = "application/zip";

  private final Identities identities;
  private final History history;
  private final Corrections corrections;
  private final TimelineFiles timeline;

  public PersonExport(
      Identities identities,
      Archive archive,
      History history,
      Folds folds,
      Corrections corrections) {
    this.identities = identities;
    this.history = history;
    this.corrections = corrections;
    this.timeline = new TimelineFiles(archive, folds);
  }

  /** Writes the archive; does not close {@code out}. */
  public void write(User.Person person, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    json(zip, "profile.json", json -> ProfileFile.write(json, person, identities));
    array(
        zip,
        "waiting.json",
        json ->
            history.readWaiting(person.id(), signals -> SignalsWriter.writeBatch(json, signals)));
    for (var stream : SignalStream.values()) {
      array(
          zip,
          stream.name().toLowerCase(Locale.ROOT) + ".json",
          json ->
              history.readStream(
                  person.id(), stream, signals -> SignalsWriter.writeItems(json, signals)));
    }
    writeGpx(zip, person);
    array(zip, "events.json", json -> timeline.writeEvents(json, person.id()));
    array(
        zip,
        "corrections.json",
        json ->
            corrections
                .list(person.id())
                .forEach(correction -> TimelineFiles.write(json, correction)));
    zip.finish();
  }

  private static void array(ZipOutputStream zip, String name, Consumer<JsonWriter> items)
      throws IOException {
    json(
        zip,
        name,
        json -> {
          json.beginArray();
          items.accept(json);
          json.endArray();
        });
  }

  private static void json(ZipOutputStream zip, String name, Consumer<JsonWriter> content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    JsonWriter.write(open(zip), content);
    zip.closeEntry();
  }

  private void writeGpx(ZipOutputStream zip, User.Person person) throws IOException {
    zip.putNextEntry(new ZipEntry("fixes.gpx"));
    var out = new BufferedWriter(new OutputStreamWriter(open(zip), StandardCharsets.UTF_8));
    GpxWriter.begin(out);
    history.readStream(
        person.id(),
        SignalStream.FIXES,
        signals -> {
          try {
            GpxWriter.write(out, signals.fixes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    GpxWriter.end(out);
    out.flush();
    zip.closeEntry();
  }

  /** A stream for one file of the archive, which outlives it. */
  private static OutputStream open(ZipOutputStream zip) {
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() {
        // the archive goes on
      }
    };
  }
}
