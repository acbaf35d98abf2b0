package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.mobility.AnomalyWriter;
import io.sensorium.api.mobility.MomentWriter;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.User;
import io.sensorium.store.archive.SignalStream;
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

  private final PersonStores stores;

  public PersonExport(PersonStores stores) {
    this.stores = stores;
  }

  /** Writes the archive; does not close {@code out}. */
  public void write(User.Person person, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    json(zip, "profile.json", json -> ProfileFile.write(json, person, stores.identities()));
    writeSignals(zip, person);
    writeTimeline(zip, person);
    writeDriving(zip, person.id());
    writeHabits(zip, person.id());
    writeNews(zip, person.id());
    zip.finish();
  }

  /** What waits comes first, so that a batch that is folded meanwhile is in one file at least. */
  private void writeSignals(ZipOutputStream zip, User.Person person) throws IOException {
    var history = stores.history();
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
  }

  private void writeTimeline(ZipOutputStream zip, User.Person person) throws IOException {
    var user = person.id();
    array(
        zip,
        "events.json",
        json -> stores.timelines().readEvents(user, it -> TimelineFiles.write(json, it)));
    array(
        zip,
        "retired_events.json",
        json -> stores.timelines().readRetirements(user, it -> NewsFiles.write(json, it)));
    array(
        zip,
        "corrections.json",
        json -> stores.corrections().list(user).forEach(it -> TimelineFiles.write(json, it)));
  }

  private void writeDriving(ZipOutputStream zip, UserId user) throws IOException {
    array(
        zip,
        "drives.json",
        json -> stores.drives().readAll(user, (event, it) -> DrivingFiles.write(json, event, it)));
    var summaries = stores.drivingSummaries();
    array(
        zip,
        "driving_scores.json",
        json -> summaries.readPeriods(user, it -> DrivingFiles.write(json, it)));
    array(
        zip,
        "car_behavior.json",
        json -> summaries.findCarBehavior(user).ifPresent(it -> DrivingFiles.write(json, it)));
  }

  private void writeHabits(ZipOutputStream zip, UserId user) throws IOException {
    var habits = stores.habits();
    array(
        zip,
        "moments.json",
        json -> habits.readMoments(user, it -> MomentWriter.ofHistory(json, it)));
    array(
        zip,
        "anomalies.json",
        json -> habits.readAnomalies(user, it -> AnomalyWriter.write(json, it)));
    array(
        zip,
        "segments.json",
        json -> habits.listSegments(user).forEach(it -> HabitFiles.write(json, it)));
    array(
        zip,
        "location_clusters.json",
        json -> habits.listClusters(user).forEach(it -> HabitFiles.write(json, it)));
  }

  private void writeNews(ZipOutputStream zip, UserId user) throws IOException {
    var notifications = stores.notifications();
    array(
        zip, "notifications.json", json -> NewsFiles.writeNotifications(json, user, notifications));
    array(
        zip,
        "messages.json",
        json -> notifications.readMessages(user, it -> NewsFiles.write(json, it)));
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
    stores
        .history()
        .readStream(
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
