package io.sensorium.delivery.telling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookMessagesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;

  private final IdSource ids = new IdSource(new Random(1));
  private final ApplicationId app = ids.newApplicationId();
  private final UserId anna = ids.newUserId();
  private Store store;
  private Callbacks webhooks;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    webhooks = store.timelineOutbox().webhooks(SealingKey.ofDirectory(directory));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void newsOfOnePersonAreOneMessageWithItsTypes() {
    var webhook = register(app, MessageType.TRANSPORT.bit() | MessageType.STATIONARY.bit());
    var news = List.of(news(MessageType.TRANSPORT), news(MessageType.STATIONARY));

    var told = messages(it -> Optional.of("\"" + it.type() + "\"")).make(news);

    assertThat(told.deliveries())
        .containsExactly(
            new NewDelivery(
                webhook.id(),
                told.deliveries().getFirst().messageId(),
                "stationary,transport",
                "{\"data\":[\"TRANSPORT\",\"STATIONARY\"]}"));
  }

  @Test
  void peopleAreNotPutTogether() {
    var messages = messages(_ -> Optional.empty());
    var annas = news(MessageType.TRANSPORT);
    var berts =
        TimelineNotification.changed(
            ids.newUserId(), MessageType.TRANSPORT, ids.newTransportId(), 1);

    assertThat(messages.areTogether(annas, news(MessageType.LOCATION))).isTrue();
    assertThat(messages.areTogether(annas, berts)).isFalse();
  }

  @Test
  void aMessageHasAHundredNewsAndSixtyFourKibibytesAtTheMost() {
    register(app, 15);
    var many = IntStream.range(0, 250).mapToObj(_ -> news(MessageType.TRANSPORT)).toList();

    var brief = messages(_ -> Optional.of("1")).make(many).deliveries();
    var wordy = messages(_ -> Optional.of("\"" + "ä".repeat(4_000) + "\"")).make(many).deliveries();

    assertThat(brief).extracting(it -> it.body().split(",").length).containsExactly(100, 100, 50);
    assertThat(wordy)
        .hasSize(32) // of eight news each
        .allSatisfy(
            it ->
                assertThat(it.body().getBytes(UTF_8).length)
                    .isLessThanOrEqualTo(Messages.MAX_BODY_BYTES));
  }

  @Test
  void noMessageIsMadeOfWhatIsGoneOrForWhoeverWantsItNot() {
    register(app, MessageType.LOCATION.bit());
    register(ids.newApplicationId(), 15);
    var disabled = register(app, 15);
    webhooks.disable(app, disabled.id(), NOON);
    var all = List.of(news(MessageType.TRANSPORT), news(MessageType.LOCATION));

    assertThat(messages(_ -> Optional.empty()).make(all).deliveries()).isEmpty();
    assertThat(messages(_ -> Optional.of("1")).make(all.subList(0, 1)).deliveries()).isEmpty();
    assertThat(messages(_ -> Optional.of("1")).make(all).deliveries()).hasSize(1);
  }

  @Test
  void ofAPersonWhoIsGoneNothingIsTold() {
    register(app, 15);
    var messages = new WebhookMessages(webhooks, _ -> Optional.empty(), _ -> Optional.of("1"), ids);

    assertThat(messages.make(List.of(news(MessageType.TRANSPORT))).deliveries()).isEmpty();
  }

  private WebhookMessages messages(Function<TimelineNotification, Optional<String>> items) {
    return new WebhookMessages(webhooks, _ -> Optional.of(app), items, ids);
  }

  private TimelineNotification news(MessageType type) {
    return TimelineNotification.changed(anna, type, ids.newTransportId(), 1);
  }

  private Callback register(ApplicationId owner, int bits) {
    var url = new CallbackUrl("https://receiver.example/");
    return webhooks.create(new NewCallback(owner, null, url, bits, NOON)).orElseThrow().callback();
  }
}
