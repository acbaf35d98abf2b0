package io.sensorium.store.erasure;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.habit.Segment;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.AuthenticationCode;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Credential.Kind;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.LocalDays;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.Samples;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Retirement;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.Snapshot;
import io.sensorium.store.timeline.SnapshotChange;
import io.sensorium.store.timeline.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person of whom every table holds something, and the things by which that is recognised. */
public final class PersonWithEverything {

  private static final Instant NOW = Samples.START;

  private final Store store;
  private final IdSource ids;
  private final Samples samples;
  private final long firstSecond;
  private final Application application;
  private final User.Person person;
  private final Install install;
  private final Secret token;

  private PersonWithEverything(Store store, Application application, long seed, String name) {
    this.store = store;
    this.application = application;
    samples = new Samples(seed);
    ids = new IdSource(new Random(-seed));
    firstSecond = 1_000_003 * seed;
    person =
        new User.Person(
            ids.newUserId(), application.id(), NOW, true, User.SdkSettings.DEFAULT, "ext " + name);
    install =
        new Install(
            ids.newInstallId(),
            person.id(),
            application.id(),
            new Install.Device("android", "15", "phone of " + name, Install.Device.Form.PHONE),
            Install.State.ACTIVE,
            NOW,
            true);
    token = new Secret(ids.hex(12), ids.hex(24));
  }

  /** An application in an account of its own. */
  public static Application application(Store store, long seed) {
    var ids = new IdSource(new Random(seed));
    var account = new Account(ids.newAccountId(), "Ghent", NOW);
    var application = new Application(ids.newApplicationId(), account.id(), "walkers", NOW);
    var secret = new Secret(ids.hex(12), ids.hex(24));
    store.identities().addAccount(account);
    store
        .identities()
        .addApplication(
            application, credential(Kind.APPLICATION_SECRET, application.id().value(), secret));
    return application;
  }

  /** Stores a person, with something in every table. */
  public static PersonWithEverything in(
      Store store, Application application, long seed, String name) {
    var all = new PersonWithEverything(store, application, seed, name);
    all.storeIdentity();
    all.storeFacts();
    return all;
  }

  public User.Person person() {
    return person;
  }

  public Install install() {
    return install;
  }

  public Secret token() {
    return token;
  }

  /** Texts that stand in some table as they are. */
  public List<String> texts() {
    return List.of(
        person.id().value(),
        install.id().value(),
        String.valueOf(person.externalId()),
        String.valueOf(install.device().model()),
        token.id(),
        token.sha256(),
        placeName(),
        "reason of " + person.id(),
        "state of " + person.id());
  }

  private String placeName() {
    return "place of " + person.id();
  }

  private void storeIdentity() {
    store
        .identities()
        .register(
            person, install, List.of(credential(Kind.USER_TOKEN, install.id().value(), token)));
    store
        .links()
        .addCode(
            new AuthenticationCode(
                Secret.sha256(ids.hex(64)),
                application.id(),
                String.valueOf(person.externalId()),
                NOW.plusSeconds(60)),
            NOW);
  }

  private static Credential credential(Kind kind, String owner, Secret secret) {
    return new Credential(
        secret.id(), kind, owner, "name", secret.sha256(), Set.of(), NOW, null, null);
  }

  private void storeFacts() {
    long parked = append("parked", 10);
    store.inbox().park(parked, "reason of " + person.id(), NOW);
    append("waiting", 1_000);
    var draft = store.archive().draft(person.id(), history());
    store.folds().commit(revision(1, draft));
    store.corrections().add(person.id(), correction());
    storeHabits();
  }

  private void storeHabits() {
    var user = person.id();
    var days = new LocalDays(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
    for (var event : store.timelines().listEvents(user, days)) {
      store.drives().put(user, event.id(), PublishedSamples.drive());
    }
    store.drivingSummaries().putCarBehavior(user, PublishedSamples.carBehavior());
    var since = LocalDate.parse("2019-01-01");
    store.drivingSummaries().replacePeriods(user, since, PublishedSamples.periods());
    store.habits().replaceSegments(user, List.of(new Segment("segment", placeName())));
    store.habits().replaceClusters(user, PublishedSamples.clusters());
    store.habits().replaceMoments(user, Instant.EPOCH, PublishedSamples.moments());
    store.habits().replaceAnomalies(user, Instant.EPOCH, PublishedSamples.anomalies());
  }

  private Signals history() {
    return new Signals(
        Samples.fixes(firstSecond, firstSecond + 20_000, 5),
        Samples.allStreams(0).motion(),
        Samples.allStreams(0).activity(),
        Samples.allStreams(0).phone(),
        Samples.allStreams(0).steps());
  }

  /** A batch of one fix in the inbox. */
  public long append(String key, long second) {
    return store
        .inbox()
        .append(
            Samples.entry(
                person.id(),
                install.id(),
                key,
                Signals.ofFixes(Samples.fixesAt(firstSecond + second))))
        .position();
  }

  /** A step of the engine that saves a stay, a trip, and all that is beside them. */
  public Revision revision(long number, @Nullable ArchiveDraft draft) {
    var state = Blob.copyOf(("state of " + person.id()).getBytes(StandardCharsets.UTF_8));
    long start = Samples.second(100 * number);
    var span =
        new TimelineEvent.Span(
            Micros.toInstant(start),
            ZoneOffset.UTC,
            Micros.toInstant(start).plusSeconds(50),
            ZoneOffset.UTC);
    var stay =
        new TimelineEvent.Stationary(
            samples.stayId(),
            span,
            AnalysisType.INDEPTH,
            Samples.HOME,
            Significance.NONREGULAR,
            placeName());
    var trip =
        new TimelineEvent.Transport(
            samples.tripId(), span, AnalysisType.INDEPTH, TransportMode.BIKING, 0.5, 4_321);
    return new Revision(
        person.id(),
        List.of(),
        draft,
        new FoldHead(state, start, start, Long.MAX_VALUE, number),
        new SnapshotChange(start - 1, start, List.of(new Snapshot(start, state))),
        List.of(),
        List.of(stored(stay, Path.EMPTY, start), stored(trip, path(), start)),
        List.of(new Retirement(samples.stayId(), samples.stayId())));
  }

  private static StoredEvent stored(TimelineEvent event, Path path, long start) {
    return new StoredEvent(event, start + 60, start, start + 50, "basis", path);
  }

  private static Path path() {
    return new Path(
        List.of(
            new PathPoint(Samples.second(0), Path.rounded(51.1, 3.7), 12.5, null, null),
            new PathPoint(Samples.second(9), Path.rounded(51.2, 3.8), 13.5, "primary", 50.0)));
  }

  /** A name for a stay. */
  public NewCorrection correction() {
    return new NewCorrection(
        ids.newCorrectionId(), NOW, NOW, NOW.plusSeconds(5), new Claim.Place(placeName()));
  }
}
