package io.sensorium.intake.homeassistant;

import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.measurements.MeasurementRows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entities that devices announced below one discovery prefix, and what their states tell. Safe
 * for use by many threads.
 */
public final class HomeAssistant {

  /** More entities are refused. */
  public static final int MAX_ENTITIES = 10_000;

  private static final Pattern CONFIG_TOPIC =
      Pattern.compile("(sensor|binary_sensor)/(?:[^/]+/)?([^/]+)/config");

  private final Map<String, DiscoveredEntity> byConfigTopic = new HashMap<>();
  private final Map<String, Set<DiscoveredEntity>> byStateTopic = new ConcurrentHashMap<>();

  /**
   * Reads a discovery message; an empty one takes its entity back. One that is not understood is as
   * if it were empty.
   *
   * @param topic what follows the discovery prefix
   * @return the topic on which the entity tells its state; empty when there is none
   * @throws io.sensorium.intake.MalformedInputException when it is not JSON
   * @throws InputTooLargeException when there are {@value #MAX_ENTITIES} already
   */
  public synchronized Optional<String> readConfig(String topic, byte[] message) {
    var form = CONFIG_TOPIC.matcher(topic);
    if (!form.matches()) {
      return Optional.empty();
    }
    var old = byConfigTopic.remove(topic);
    if (old != null) {
      byStateTopic.computeIfPresent(old.stateTopic(), (_, entities) -> without(entities, old));
    }
    if (message.length == 0) {
      return Optional.empty();
    }
    if (byConfigTopic.size() >= MAX_ENTITIES) {
      throw new InputTooLargeException("more than " + MAX_ENTITIES + " entities");
    }
    boolean binary = form.group(1).equals("binary_sensor");
    var entity = DiscoveredEntity.read(binary, form.group(2), JsonNode.parse(message));
    entity.ifPresent(it -> add(topic, it));
    return entity.map(DiscoveredEntity::stateTopic);
  }

  private void add(String configTopic, DiscoveredEntity entity) {
    byConfigTopic.put(configTopic, entity);
    byStateTopic
        .computeIfAbsent(entity.stateTopic(), _ -> ConcurrentHashMap.newKeySet())
        .add(entity);
  }

  private static @Nullable Set<DiscoveredEntity> without(
      Set<DiscoveredEntity> entities, DiscoveredEntity old) {
    entities.remove(old);
    return entities.isEmpty() ? null : entities;
  }

  /** The topics on which the entities tell their states. */
  public Set<String> stateTopics() {
    return Set.copyOf(byStateTopic.keySet());
  }

  /** Tells whether an entity tells its state there. */
  public boolean isState(String topic) {
    return byStateTopic.containsKey(topic);
  }

  /** The rows of a message on a state topic. It tells no time: it counts as measured now. */
  public MeasurementRows readState(String topic, byte[] message, Instant receivedAt) {
    var rows = new MeasurementRows(4);
    for (var entity : byStateTopic.getOrDefault(topic, Set.of())) {
      double value = entity.valueOf(message);
      if (Double.isFinite(value)) {
        rows.add(rows.size(), entity.source(), Micros.of(receivedAt), value);
      }
    }
    return rows;
  }
}
