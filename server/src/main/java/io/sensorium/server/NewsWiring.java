package io.sensorium.server;

import io.sensorium.api.admin.Webhooks;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.device.EventStreams;
import io.sensorium.api.device.StreamTimeline;
import io.sensorium.api.mobility.TimelineMessages;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.User;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.core.time.ZoneLookup;
import io.sensorium.delivery.Outbox;
import io.sensorium.delivery.telling.Teller;
import io.sensorium.delivery.telling.WebhookMessages;
import io.sensorium.engine.flow.NewsListener;
import io.sensorium.server.config.Config;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Followers;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts together how people's news go out: to webhooks and by event streams. */
final class NewsWiring implements NewsListener, AutoCloseable {

  private final Store store;
  private final TimelineNotifications notifications;
  private final Callbacks webhooks;
  private final TimelineMessages messages;
  private final EventStreams streams;
  private final Followers followers;
  private final Clock clock;
  private final Outbox outbox;

  NewsWiring(
      Config config,
      Path directory,
      Store store,
      ZoneLookup zones,
      Gazetteer gazetteer,
      IdSource ids,
      Clock clock) {
    this.store = store;
    this.clock = clock;
    var tables = store.timelineOutbox();
    this.followers = tables.followers();
    this.notifications = tables.notifications();
    this.webhooks = tables.webhooks(SealingKey.ofDirectory(directory));
    this.messages =
        new TimelineMessages(
            store.timelines(), store.drives(), store.habits(), zones, gazetteer, clock);
    this.streams = new EventStreams(store.identities()::changeCount);
    var making =
        new WebhookMessages(
            webhooks,
            user -> store.identities().findUser(user).map(User::application),
            messages::item,
            ids);
    this.outbox =
        new Outbox(
            new Teller<>(notifications, making, clock),
            CallbackPools.newPool(config.callbacks(), tables.deliveryQueue(), webhooks, clock),
            Optional.empty(),
            List.of(notifications::prune, followers::prune, tables.deliveryQueue()::prune),
            clock);
  }

  void start() {
    outbox.start();
  }

  @Override
  public boolean wantsLocations(UserId user) {
    return (webhooks.wantedBits() & MessageType.LOCATION.bit()) != 0
        || followers.isFollowed(user, clock.instant());
  }

  /**
   * There is something new about a user. Streams are told now; the outbox finds it within a second,
   * with all else that is new: a transaction for each upload would cost as much as the upload.
   */
  @Override
  public void arrived(UserId user) {
    streams.ring(user);
  }

  Webhooks.Services webhooks() {
    return new Webhooks.Services(
        webhooks,
        store.timelineOutbox().deliveries(),
        notifications,
        messages::trial,
        outbox::wakeCallbacks);
  }

  StreamTimeline stream(Guard guard) {
    return new StreamTimeline(
        guard, notifications, followers, messages::data, streams, StreamTimeline.HEARTBEAT, clock);
  }

  /** Ends the streams, so that a stop need not wait for them. */
  void stopWaiting() {
    streams.close();
  }

  @Override
  public void close() {
    streams.close();
    outbox.close();
  }
}
