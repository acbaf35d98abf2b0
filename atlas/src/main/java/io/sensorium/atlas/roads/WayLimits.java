package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.LegalDefaults;
import io.sensorium.atlas.limits.SignedLimits;
import io.sensorium.atlas.osm.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the tags of the ways of one import tell of limits; ways with the same tags share it. */
final class WayLimits {

  static final String FILE = "roads.texts";

  private static final Set<String> SIGNS =
      Set.of("maxspeed", "maxspeed:forward", "maxspeed:backward", "maxspeed:conditional");

  /** Keys that tell of the law by way of a sign. */
  private static final Set<String> SIGNED_LAW =
      Set.of("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic");

  private static final Pattern LAW_NAME = Pattern.compile("[A-Z]{2}(-[A-Z]+)?:.+");

  /**
   * The tags of some ways.
   *
   * @param tags that tell of a sign, or of the kind of road
   * @param unsigned those that tell of the kind of road
   * @param signed what signs say
   * @param namesLaw whether they say which law holds, such as {@code zone:traffic=DE:urban}
   */
  record TagSet(
      RoadClass road,
      Map<String, String> tags,
      Map<String, String> unsigned,
      SignedLimits signed,
      boolean namesLaw,
      RoadTraits traits) {

    TagSet {
      tags = Map.copyOf(tags);
      unsigned = Map.copyOf(unsigned);
    }
  }

  private record Key(RoadClass road, Map<String, String> tags) {}

  private final LongPredicate hidden;
  private final LegalDefaults defaults;
  private final Map<String, Boolean> relevantKeys = new HashMap<>();
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<TagSet> tagSets = new ArrayList<>();
  private final Map<String, Integer> textNumbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /**
   * Limits of no way yet.
   *
   * @param hidden tells by the id of a way whether its signs are passed over
   */
  WayLimits(LegalDefaults defaults, LongPredicate hidden) {
    this.defaults = defaults;
    this.hidden = hidden;
  }

  /** Keeps the tags of a way that matter; returns their number, or -1 where there are no limits. */
  int add(long id, RoadClass road, Tags tags) {
    if (road.kind() != RoadClass.Kind.ROAD) {
      return -1;
    }
    boolean readsSigns = !hidden.test(id);
    var relevant = new TreeMap<String, String>();
    for (int i = 0; i < tags.size(); i++) {
      var key = tags.key(i);
      if (relevantKeys.computeIfAbsent(key, this::isRelevant) && (readsSigns || !isSign(key))) {
        relevant.put(key, tags.value(i));
      }
    }
    return numbers.computeIfAbsent(
        new Key(road, relevant),
        key -> {
          tagSets.add(tagSet(key));
          return tagSets.size() - 1;
        });
  }

  private static TagSet tagSet(Key key) {
    var unsigned = new TreeMap<>(key.tags);
    unsigned.keySet().removeIf(WayLimits::isSign);
    return new TagSet(
        key.road,
        key.tags,
        unsigned,
        SignedLimits.of(key.tags),
        SIGNED_LAW.stream().anyMatch(law -> namesLaw(key.tags.get(law))),
        RoadTraits.of(unsigned));
  }

  /** Whether a value is a law's name, and not only how the limit was learned. */
  private static boolean namesLaw(@Nullable String value) {
    return value != null && LAW_NAME.matcher(value).matches();
  }

  private static boolean isSign(String key) {
    return key.startsWith("maxspeed") || SIGNED_LAW.contains(key);
  }

  private boolean isRelevant(String key) {
    return SIGNS.contains(key) || defaults.isRelevant(key) || RoadTraits.isRelevant(key);
  }

  /** The tags of a number. */
  TagSet get(int number) {
    return tagSets.get(number);
  }

  /** The number of a text of conditions; -1 for none. */
  int textNumber(@Nullable String text) {
    if (text == null) {
      return -1;
    }
    return textNumbers.computeIfAbsent(
        text.replace('\n', ' '),
        line -> {
          texts.add(line);
          return texts.size() - 1;
        });
  }

  /** Writes the texts of conditions, a line each. */
  void writeTexts(Path directory) throws IOException {
    Files.write(directory.resolve(FILE), texts, StandardCharsets.UTF_8);
  }
}
