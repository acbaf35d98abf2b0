package io.sensorium.delivery.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.NotificationQueue.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What applications are sent about their people: {@code {"data":[{"meta":...,"data":...}]}},
 * several news of one person in a message where they wait together.
 */
public final class WebhookMessages implements Messages<TimelineNotification> {

  /** So many news are in one message at the most. */
  public static final int MAX_PER_MESSAGE = 100;

  private static final String HEAD = "{\"data\":[";
  private static final String TAIL = "]}";

  private record Item(MessageType type, String json) {}

  private final Callbacks webhooks;
  private final Function<UserId, Optional<ApplicationId>> applications;
  private final Function<TimelineNotification, Optional<String>> items;
  private final IdSource ids;

  /**
   * @param applications whose person a user is; empty when the user is gone
   * @param items the JSON of {@code {"meta":...,"data":...}}; empty when what the notification is
   *     about is no longer there, and a later one tells so
   */
  public WebhookMessages(
      Callbacks webhooks,
      Function<UserId, Optional<ApplicationId>> applications,
      Function<TimelineNotification, Optional<String>> items,
      IdSource ids) {
    this.webhooks = webhooks;
    this.applications = applications;
    this.items = items;
    this.ids = ids;
  }

  @Override
  public boolean areTogether(TimelineNotification first, TimelineNotification second) {
    return first.user().equals(second.user());
  }

  @Override
  public Told make(List<TimelineNotification> together) {
    var wanted =
        applications
            .apply(together.getFirst().user())
            .map(webhooks::list)
            .orElse(List.of())
            .stream()
            .filter(webhook -> webhook.disabled() == null)
            .toList();
    int bits = wanted.stream().mapToInt(Callback::typeBits).reduce(0, (a, b) -> a | b);
    var made = items(together, bits); // once for all webhooks
    var deliveries = new ArrayList<NewDelivery>();
    for (var webhook : wanted) {
      var its = made.stream().filter(item -> wants(webhook.typeBits(), item.type())).toList();
      packed(its).forEach(message -> deliveries.add(delivery(webhook, message)));
    }
    return new Told(deliveries, Optional.empty());
  }

  private List<Item> items(List<TimelineNotification> together, int bits) {
    var made = new ArrayList<Item>();
    for (var notification : together) {
      if (wants(bits, notification.type())) {
        items.apply(notification).ifPresent(json -> made.add(new Item(notification.type(), json)));
      }
    }
    return made;
  }

  private static boolean wants(int bits, MessageType type) {
    return (bits & type.bit()) != 0;
  }

  /** In messages of which none is too long. */
  private static List<List<Item>> packed(List<Item> all) {
    var messages = new ArrayList<List<Item>>();
    int bytes = Integer.MAX_VALUE / 2;
    for (var item : all) {
      int length = item.json().getBytes(UTF_8).length + 1;
      if (bytes + length > MAX_BODY_BYTES || messages.getLast().size() == MAX_PER_MESSAGE) {
        messages.add(new ArrayList<>());
        bytes = HEAD.length() + TAIL.length();
      }
      messages.getLast().add(item);
      bytes += length;
    }
    return messages;
  }

  private NewDelivery delivery(Callback webhook, List<Item> message) {
    var body = message.stream().map(Item::json).collect(Collectors.joining(",", HEAD, TAIL));
    var types =
        message.stream()
            .map(item -> item.type().wireName())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    return new NewDelivery(webhook.id(), ids.newMessageId(), types, body);
  }
}
