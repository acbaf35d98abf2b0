package io.sensorium.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.intake.accept.Accept;
import io.sensorium.intake.accept.Admission;
import io.sensorium.intake.accept.AdmissionLimits;
import io.sensorium.intake.accept.MemoryInbox;
import io.sensorium.intake.files.EndlessInput;
import io.sensorium.intake.files.LimitedInflation;
import io.sensorium.intake.gpx.GpxReader;
import io.sensorium.store.inbox.NewEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrackImportTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final ImportFile FILE =
      new ImportFile(
          new UserId("5fb2a8d4c1e0f3a6b7c8d9e0"),
          new InstallId("0a1b2c3d4e5f60718293a4b5"),
          "9f86d081",
          new GpxReader());

  private final MemoryInbox inbox = new MemoryInbox();
  private final Clock clock = Clock.fixed(START.plus(Duration.ofDays(30)), ZoneOffset.UTC);
  private final List<ImportProgress> progress = new ArrayList<>();
  private final Backpressure none = new Backpressure(() -> 0, 100, _ -> fail("waited"));

  @Test
  void aFileIsTakenInChunksThatAreNamedByItsIdentity() {
    var result = run(none, file(25_000), ImportProgress.NONE);

    assertThat(result.error()).isNull();
    assertThat(inbox.taken())
        .extracting(NewEntry::batchKey)
        .containsExactly("import:9f86d081:0", "import:9f86d081:1", "import:9f86d081:2");
    assertThat(imported().size()).isEqualTo(25_000);
    assertThat(result.progress().accepted()).isEqualTo(25_000);
    assertThat(progress)
        .extracting(ImportProgress::accepted)
        .containsExactly(10_000L, 20_000L, 25_000L);
    assertThat(progress.getLast()).isEqualTo(result.progress());
    assertThat(progress.getFirst().bytesRead()).isLessThan(result.progress().bytesRead());
  }

  @Test
  void anImportThatIsRepeatedHasTheEffectOfOne() {
    var first = run(none, file(25_000), ImportProgress.NONE);

    var second = run(none, file(25_000), ImportProgress.NONE);

    assertThat(second).isEqualTo(first);
    assertThat(inbox.taken()).hasSize(3);
  }

  @Test
  void anImportThatBrokeOffIsResumedBehindItsLastChunk() {
    run(none, file(25_000), ImportProgress.NONE);
    var broken = progress.get(1);
    var freshInbox = new MemoryInbox();

    var result = run(acceptInto(freshInbox), none, file(25_000), broken);

    assertThat(result.progress().accepted()).isEqualTo(25_000);
    assertThat(freshInbox.taken())
        .extracting(NewEntry::batchKey)
        .containsExactly("import:9f86d081:2");
  }

  @Test
  void pointsThatAreNotTakenAreCountedAndTheFirstAreNamed() {
    String bad = "<trkpt lat='95' lon='3'><time>2026-03-02T07:31:12Z</time></trkpt>";
    String timeless = "<wpt lat='51' lon='3'></wpt>";
    String body = timeless + point(1) + bad.repeat(150) + point(2);

    var result = run(none, EndlessInput.once("<gpx>" + body + "</gpx>"), ImportProgress.NONE);

    assertThat(result.progress().accepted()).isEqualTo(2);
    assertThat(result.progress().rejected()).isEqualTo(151);
    assertThat(result.progress().firstRejections()).hasSize(100);
    assertThat(result.progress().firstRejections().get(0).reason()).isEqualTo("time: is missing");
    assertThat(result.progress().firstRejections().get(1).index()).isEqualTo(2);
    assertThat(result.progress().firstRejections().get(1).reason())
        .isEqualTo("lat: must be within -90..90");
  }

  @Test
  void aFileThatIsCutOffGivesWhatWasGoodAndTheError() {
    var cut = EndlessInput.of("<gpx>", 12_000, TrackImportTest::point, "<trkpt lat='5");

    var result = run(none, cut, ImportProgress.NONE);

    assertThat(result.error()).startsWith("line 1, column ");
    assertThat(imported().size()).isEqualTo(12_000);
  }

  @Test
  void anImportWaitsWhileTooMuchWaitsToBeAnalysed() {
    var waiting = new AtomicLong(500);
    var parked = new ArrayList<Duration>();
    var pressure =
        new Backpressure(
            waiting::get,
            100,
            atMost -> {
              parked.add(atMost);
              waiting.addAndGet(-200);
            });

    var result = run(pressure, file(10), ImportProgress.NONE);

    assertThat(parked).hasSize(2).allMatch(Duration::isPositive);
    assertThat(result.progress().accepted()).isEqualTo(10);
  }

  @Test
  void anImportWaitsWhenItIsRefused() {
    var freeDisk = new AtomicLong(5);
    var admission = new Admission(new AdmissionLimits(100, 10), () -> 0, freeDisk::get);
    var pressure = new Backpressure(() -> 0, 100, _ -> freeDisk.addAndGet(5));

    var result =
        run(
            new Accept(inbox, admission, Accept.AtOnce.NEVER, _ -> {}),
            pressure,
            file(10),
            ImportProgress.NONE);

    assertThat(result.progress().accepted()).isEqualTo(10);
    assertThat(freeDisk.get()).isEqualTo(10);
  }

  @Test
  void anImportThatIsToEndEndsWhileItWaits() {
    var pressure =
        new Backpressure(
            () -> 500,
            100,
            _ -> {
              throw new IllegalStateException("the server stops");
            });

    assertThatThrownBy(() -> run(pressure, file(10), ImportProgress.NONE))
        .hasMessage("the server stops");
    assertThat(inbox.taken()).isEmpty();
  }

  private ImportResult run(Backpressure pressure, InputStream in, ImportProgress known) {
    return run(acceptInto(inbox), pressure, in, known);
  }

  private ImportResult run(
      Accept accept, Backpressure pressure, InputStream in, ImportProgress known) {
    try (var unpacked = LimitedInflation.open(in, LimitedInflation.Limits.FILE)) {
      return new TrackImport(accept, pressure, clock).run(FILE, unpacked, known, progress::add);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static Accept acceptInto(MemoryInbox inbox) {
    return new Accept(inbox, Admission.unlimited(), Accept.AtOnce.NEVER, _ -> {});
  }

  private FixTrack imported() {
    return FixTrack.concat(inbox.taken().stream().map(entry -> entry.signals().fixes()).toList());
  }

  private static InputStream file(int points) {
    return EndlessInput.of("<gpx>", points, TrackImportTest::point, "</gpx>");
  }

  private static String point(int number) {
    return "<trkpt lat='51.05' lon='3.72'><time>" + START.plusSeconds(number) + "</time></trkpt>";
  }

  private static void fail(String what) {
    throw new AssertionError(what);
  }
}
