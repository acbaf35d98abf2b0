package io.sensorium.store.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sensorium.core.driving.BehaviorAnnotation;
import io.sensorium.core.driving.BehaviorAnnotation.Crash;
import io.sensorium.core.driving.BehaviorAnnotation.Origin;
import io.sensorium.core.driving.BehaviorAnnotation.PhoneUse;
import io.sensorium.core.driving.BehaviorAnnotation.Usage;
import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.Stories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of drives does. */
public abstract class DrivesContract {

  private final Samples samples = new Samples(11);
  private final UserId user = samples.user();
  private StoreFixture fixture;
  private Store store;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    store = fixture.open();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  @Test
  void allDrivesOfAUserAreRead() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var walk = Stories.trip(samples.tripId(), "2026-03-02T09:00:00Z", "2026-03-02T09:10:00Z");
    store.folds().commit(Stories.put(user, ride, walk));
    var expected =
        Map.of(ride.event().id(), PublishedSamples.drive(), walk.event().id(), Drive.UNKNOWN);
    expected.forEach((event, drive) -> store.drives().put(user, event, drive));

    var read = new HashMap<EventId, Drive>();
    store.drives().readAll(user, read::put);
    store.drives().readAll(samples.user(), (_, _) -> fail("of nobody"));

    assertThat(read).isEqualTo(expected);
  }

  @Test
  void aDriveComesBackAsItWasPutAlsoAfterAnotherStart() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    store.folds().commit(Stories.put(user, ride));
    var id = ride.event().id();

    assertThat(store.drives().find(user, id)).isEmpty();
    assertThat(store.drives().put(user, id, PublishedSamples.drive())).isTrue();
    store.close();
    store = fixture.open();

    assertThat(store.drives().find(user, id)).contains(PublishedSamples.drive());
    assertThat(store.drives().findFeatures(user, id)).contains(PublishedSamples.drive().features());
    assertThat(store.drives().find(samples.user(), id)).isEmpty();
  }

  @Test
  void everyKindOfAnnotationIsKept() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    store.folds().commit(Stories.put(user, ride));
    var id = ride.event().id();
    var when =
        PublishedSamples.span("2026-03-02T09:01:00.000001+01:00", "2026-03-02T10:01:07.9+02:00");
    var path = List.of(Samples.HOME);
    var annotations =
        List.<BehaviorAnnotation>of(
            new PhoneUse(when, Usage.HANDHELD_CALLING, path),
            new PhoneUse(when, Usage.PHONE_HANDLING, List.of()),
            new Crash(when, id, Samples.HOME, 4.25, 87, 48.5, 31.25, Origin.AUTOMATICALLY_DETECT));
    var drive = new Drive(BehaviorFeatures.NOT_OBSERVED, DrivingScores.NONE, annotations);

    store.drives().put(user, id, drive);

    assertThat(store.drives().find(user, id)).contains(drive);
  }

  @Test
  void theFeaturesAreListedOfEventsThatStartWithin() {
    var monday = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    var tuesday = Stories.trip(samples.tripId(), "2026-03-03T08:00:00Z", "2026-03-03T08:10:00Z");
    store.folds().commit(Stories.put(user, monday, tuesday));
    var features = PublishedSamples.drive().features();
    store.drives().put(user, monday.event().id(), PublishedSamples.drive());
    store.drives().put(user, tuesday.event().id(), Drive.UNKNOWN);
    var eight = monday.event().when().start();
    var dayLater = tuesday.event().when().start();

    assertThat(store.drives().listFeatures(user, eight, eight))
        .containsOnlyKeys(monday.event().id())
        .containsValue(features);
    assertThat(store.drives().listFeatures(user, eight, dayLater))
        .containsOnlyKeys(monday.event().id(), tuesday.event().id())
        .containsValue(BehaviorFeatures.NOT_OBSERVED);
    assertThat(store.drives().listFeatures(samples.user(), eight, dayLater)).isEmpty();
  }

  @Test
  void aDriveGoesWithItsEventAndDoesNotComeBackWithoutIt() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    store.folds().commit(Stories.put(user, ride));
    var id = ride.event().id();
    store.drives().put(user, id, PublishedSamples.drive());

    store.folds().commit(Stories.remove(user, id));

    assertThat(store.drives().find(user, id)).isEmpty();
    assertThat(store.drives().put(user, id, PublishedSamples.drive())).isFalse();
    assertThat(store.drives().find(user, id)).isEmpty();
  }

  @Test
  void aLaterDriveTakesThePlaceOfTheEarlierOne() {
    var ride = Stories.trip(samples.tripId(), "2026-03-02T08:00:00Z", "2026-03-02T08:10:00Z");
    store.folds().commit(Stories.put(user, ride));
    var id = ride.event().id();
    store.drives().put(user, id, PublishedSamples.drive());

    store.drives().put(user, id, Drive.UNKNOWN);

    assertThat(store.drives().find(user, id)).contains(Drive.UNKNOWN);
    assertThat(store.checkIntegrity(rows -> {})).isEmpty();
  }
}
