package io.sensorium.store.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.store.StoreFixture;
import io.sensorium.store.sql.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of contacts does. */
public abstract class ContactsContract {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final GatewayId HOUSE = new GatewayId(1);
  private static final GatewayId SHED = new GatewayId(2);
  private static final SensorId KITCHEN = new SensorId(5);
  private static final SourceId BATTERY = new SourceId(9);

  private StoreFixture fixture;
  private Store store;
  private Contacts contacts;

  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    reopen();
  }

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void reopen() {
    if (store != null) {
      store.close();
    }
    store = fixture.open();
    contacts = store.contacts();
  }

  @Test
  void silencesLastUntilTheyEndAndAreKeptForAWhile() {
    var ofGateway = new Silence(HOUSE, null, NOON, false, null);
    var ofSensor = new Silence(HOUSE, KITCHEN, NOON, true, null);
    contacts.putSilences(List.of(ofSensor, ofGateway), List.of());
    reopen();
    assertThat(contacts.listOpen()).containsExactly(ofGateway, ofSensor);

    contacts.putSilences(List.of(ofGateway.endedAt(NOON.plusSeconds(60))), List.of());

    assertThat(contacts.listOpen()).containsExactly(ofSensor);
    assertThat(contacts.listEnded(NOON)).containsExactly(ofGateway.endedAt(NOON.plusSeconds(60)));
    contacts.forgetSilences(NOON.plusSeconds(61));
    assertThat(contacts.listEnded(NOON)).isEmpty();
    assertThat(contacts.listOpen()).hasSize(1);
  }

  @Test
  void aSilenceWithItsGatewayMayBecomeItsOwn() {
    var silence = new Silence(HOUSE, KITCHEN, NOON, true, null);
    contacts.putSilences(List.of(silence), List.of());

    contacts.putSilences(List.of(silence.byItself()), List.of());

    assertThat(contacts.listOpen()).containsExactly(silence.byItself());
  }

  @Test
  void whatIsToldIsInTheOutboxOnce() {
    var silence = new Silence(HOUSE, null, NOON, false, null);
    var told = List.of(notification("silence:1"));

    contacts.putSilences(List.of(silence), told);
    contacts.putSilences(List.of(silence), told);
    contacts.retractSilence(silence, List.of(notification("retracted:1")));
    contacts.addLowBattery(BATTERY, NOON, List.of(notification("battery:9")));

    assertThat(store.outbox().notifications().listPending(10)).hasSize(3);
    assertThat(contacts.listOpen()).isEmpty();
  }

  @Test
  void lowBatteriesAreRememberedUntilTheyAreFull() {
    contacts.addLowBattery(BATTERY, NOON, List.of());
    contacts.addLowBattery(BATTERY, NOON.plusSeconds(1), List.of());
    reopen();
    assertThat(contacts.listLowBatteries()).containsExactly(BATTERY);

    contacts.removeLowBattery(BATTERY);

    assertThat(contacts.listLowBatteries()).isEmpty();
  }

  @Test
  void usualGapsAreReplacedAndThoseOfZeroForgotten() {
    contacts.putUsualGaps(Map.of(KITCHEN, Duration.ofHours(1)));
    contacts.putUsualGaps(Map.of(KITCHEN, Duration.ofHours(2)));
    reopen();
    assertThat(contacts.listUsualGaps()).containsExactly(Map.entry(KITCHEN, Duration.ofHours(2)));

    contacts.putUsualGaps(Map.of(KITCHEN, Duration.ZERO));

    assertThat(contacts.listUsualGaps()).isEmpty();
  }

  @Test
  void aGatewayThatIsGoneLeavesNothing() {
    contacts.putSilences(
        List.of(
            new Silence(HOUSE, KITCHEN, NOON, false, null),
            new Silence(SHED, null, NOON, false, null)),
        List.of());

    contacts.removeGateway(HOUSE);

    assertThat(contacts.listOpen()).extracting(Silence::gateway).containsExactly(SHED);
  }

  private static Notification notification(String key) {
    return new Notification(
        key,
        new SensorUserId(1),
        NotificationType.GATEWAY_DISCONNECTED,
        NOON,
        false,
        new Notification.Subject.OfDevice(HOUSE, null, null));
  }
}
