package io.sensorium.atlas.limits;

import de.westnordost.osm_legal_default_speeds.LegalDefaultSpeeds;
import de.westnordost.osm_legal_default_speeds.RoadType;
import de.westnordost.osm_legal_default_speeds.RoadTypeFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The limits that hold by law where no sign says another, by country and kind of road.
 *
 * <p>The data is of the OpenStreetMap wiki, CC BY-SA 2.0; see NOTICE.
 */
public final class LegalDefaults {

  private static final String RESOURCE = "/com/graphhopper/routing/util/legal_default_speeds.json";

  /** A limit of the law. */
  public record Limit(int code, LimitSource source) {

    /** Nothing is known of a limit. */
    public static final Limit UNKNOWN = new Limit(LimitCode.UNKNOWN, LimitSource.UNKNOWN);
  }

  private record Filter(
      @Nullable String filter, @Nullable String fuzzyFilter, @Nullable String relationFilter)
      implements RoadTypeFilter {

    @Override
    public @Nullable String getFilter() {
      return filter;
    }

    @Override
    public @Nullable String getFuzzyFilter() {
      return fuzzyFilter;
    }

    @Override
    public @Nullable String getRelationFilter() {
      return relationFilter;
    }
  }

  private record Kind(@Nullable String name, Map<String, String> tags) implements RoadType {

    @Override
    public @Nullable String getName() {
      return name;
    }

    @Override
    public Map<String, String> getTags() {
      return tags;
    }
  }

  private final LegalDefaultSpeeds defaults;
  private final Set<String> codes;

  private LegalDefaults(LegalDefaultSpeeds defaults, Set<String> codes) {
    this.defaults = defaults;
    this.codes = codes;
  }

  /** Reads the data. */
  public static LegalDefaults load() {
    var resource =
        Objects.requireNonNull(LegalDefaults.class.getResourceAsStream(RESOURCE), RESOURCE);
    var root = new JsonMapper().readTree(resource);
    var filters = new HashMap<String, RoadTypeFilter>();
    for (var entry : root.path("roadTypesByName").properties()) {
      var node = entry.getValue();
      filters.put(
          entry.getKey(),
          new Filter(
              text(node, "filter"), text(node, "fuzzyFilter"), text(node, "relationFilter")));
    }
    var limits = new HashMap<String, List<? extends RoadType>>();
    for (var entry : root.path("speedLimitsByCountryCode").properties()) {
      var kinds = new ArrayList<Kind>();
      for (var node : entry.getValue()) {
        var tags = new HashMap<String, String>();
        node.path("tags").properties().forEach(t -> tags.put(t.getKey(), t.getValue().asString()));
        kinds.add(new Kind(text(node, "name"), tags));
      }
      limits.put(entry.getKey(), kinds);
    }
    return new LegalDefaults(
        new LegalDefaultSpeeds(filters, limits), new TreeSet<>(limits.keySet()));
  }

  private static @Nullable String text(JsonNode node, String key) {
    return node.path(key).isString() ? node.path(key).asString() : null;
  }

  /** Whether a key can matter for {@link #find}. */
  public boolean isRelevant(String key) {
    return defaults.isRelevantTagKey(key);
  }

  /**
   * The limit of a road. Of a country whose parts have laws of their own, and which has none for
   * all, that of most parts.
   *
   * @param country ISO 3166-1
   * @param urban whether the road lies among houses; used where its tags do not say
   */
  public Limit find(String country, Map<String, String> tags, boolean urban) {
    var whole = codes.contains(country) ? findIn(country, tags, urban) : Limit.UNKNOWN;
    return whole.code() == LimitCode.UNKNOWN ? findInParts(country, tags, urban) : whole;
  }

  private Limit findInParts(String country, Map<String, String> tags, boolean urban) {
    var counts = new TreeMap<Integer, Integer>();
    var best = Limit.UNKNOWN;
    for (var part : codes) {
      if (part.startsWith(country + "-")) {
        var limit = findIn(part, tags, urban);
        int count = counts.merge(limit.code(), 1, Integer::sum);
        best =
            count > counts.getOrDefault(best.code(), 0) || best.equals(Limit.UNKNOWN)
                ? limit
                : best;
      }
    }
    return counts.size() <= 1 ? best : new Limit(best.code(), LimitSource.FALLBACK_LAW);
  }

  private Limit findIn(String country, Map<String, String> tags, boolean urban) {
    var result =
        defaults.getSpeedLimits(
            country,
            tags,
            List.of(),
            (name, evaluate) ->
                switch (name) {
                  case "urban" -> evaluate.invoke() || (urban && !saysRural(tags));
                  case "rural" -> evaluate.invoke() || (!urban && !saysUrban(tags));
                  default -> evaluate.invoke();
                });
    if (result == null) {
      return Limit.UNKNOWN;
    }
    int code = codeOf(result.getTags());
    if (code == LimitCode.UNKNOWN) {
      return Limit.UNKNOWN;
    }
    return switch (result.getCertitude()) {
      case Exact, FromMaxSpeed -> new Limit(code, LimitSource.LAW);
      case Fuzzy -> new Limit(code, LimitSource.LIKELY_LAW);
      case Fallback -> new Limit(code, LimitSource.FALLBACK_LAW);
    };
  }

  /** A speed that is only advised means that there is no limit. */
  private static int codeOf(Map<String, String> lawTags) {
    return lawTags.containsKey("maxspeed:advisory") && !lawTags.containsKey("maxspeed")
        ? LimitCode.NONE
        : LimitCode.parse(lawTags.get("maxspeed"));
  }

  private static boolean saysUrban(Map<String, String> tags) {
    return says(tags, "urban");
  }

  private static boolean saysRural(Map<String, String> tags) {
    return says(tags, "rural");
  }

  private static boolean says(Map<String, String> tags, String what) {
    return tags.getOrDefault("maxspeed:type", "").endsWith(what)
        || tags.getOrDefault("source:maxspeed", "").endsWith(what)
        || tags.getOrDefault("zone:traffic", "").endsWith(what)
        || tags.getOrDefault("zone:maxspeed", "").endsWith(what)
        || tags.getOrDefault("maxspeed", "").endsWith(what);
  }
}
