package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.Countries;
import io.sensorium.atlas.limits.LegalDefaults;
import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.limits.SignedLimits;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.roads.LimitResolver.WayLimit;
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

/** The limits of the ways of one import; ways with the same tags share their work. */
final class WayLimits {

  static final String FILE = "roads.texts";

  private static final Set<String> SIGNS =
      Set.of("maxspeed", "maxspeed:forward", "maxspeed:backward", "maxspeed:conditional");

  /** Keys that tell of the law by way of a sign. */
  private static final Set<String> SIGNED_LAW =
      Set.of("maxspeed:type", "source:maxspeed", "zone:maxspeed", "zone:traffic");

  private record Question(int tagSet, boolean urban, String country) {}

  private final boolean readsSigns;
  private final LegalDefaults defaults = LegalDefaults.load();
  private final Map<String, Boolean> relevantKeys = new HashMap<>();
  private final Map<Map<String, String>, Integer> numbers = new HashMap<>();
  private final List<Map<String, String>> tagSets = new ArrayList<>();
  private final Map<Question, WayLimit> known = new HashMap<>();
  private final Map<String, Integer> textNumbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /**
   * Limits of no way yet.
   *
   * @param readsSigns whether signs count, or the law alone
   */
  WayLimits(boolean readsSigns) {
    this.readsSigns = readsSigns;
  }

  /** Keeps the tags of a way that matter; returns their number, or -1 where there are no limits. */
  int add(RoadClass road, Tags tags) {
    if (road.kind() != RoadClass.Kind.ROAD) {
      return -1;
    }
    var relevant = new TreeMap<String, String>();
    for (int i = 0; i < tags.size(); i++) {
      var key = tags.key(i);
      if (relevantKeys.computeIfAbsent(key, this::isRelevant)) {
        relevant.put(key, tags.value(i));
      }
    }
    return numbers.computeIfAbsent(
        relevant,
        set -> {
          tagSets.add(Map.copyOf(set));
          return tagSets.size() - 1;
        });
  }

  private boolean isRelevant(String key) {
    boolean sign = key.startsWith("maxspeed") || SIGNED_LAW.contains(key);
    return sign
        ? readsSigns && (SIGNS.contains(key) || defaults.isRelevant(key))
        : defaults.isRelevant(key);
  }

  /** What answers for the ways that were added. */
  LimitResolver with(Countries countries) {
    return (tagSet, urban, latitudeE7, longitudeE7) -> {
      if (tagSet < 0) {
        return WayLimit.UNKNOWN;
      }
      var country = countries.find(latitudeE7, longitudeE7).orElse("");
      return known.computeIfAbsent(new Question(tagSet, urban, country), this::answer);
    };
  }

  private WayLimit answer(Question question) {
    var tags = tagSets.get(question.tagSet);
    var signed = SignedLimits.of(tags);
    int forward = signed.forwardCode();
    int backward = signed.backwardCode();
    var forwardSource = LimitSource.SIGNED;
    var backwardSource = LimitSource.SIGNED;
    if ((forward == LimitCode.UNKNOWN || backward == LimitCode.UNKNOWN)
        && !question.country.isEmpty()) {
      var law = defaults.find(question.country, tags, question.urban);
      if (forward == LimitCode.UNKNOWN) {
        forward = law.code();
        forwardSource = law.source();
      }
      if (backward == LimitCode.UNKNOWN) {
        backward = law.code();
        backwardSource = law.source();
      }
    }
    return new WayLimit(
        forward | (backward << 16),
        sourceOf(forward, forwardSource) | (sourceOf(backward, backwardSource) << 8),
        signed.conditional() == null ? -1 : textNumber(signed.conditional()));
  }

  private static int sourceOf(int code, LimitSource source) {
    return (code == LimitCode.UNKNOWN ? LimitSource.UNKNOWN : source).ordinal();
  }

  private int textNumber(String text) {
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
