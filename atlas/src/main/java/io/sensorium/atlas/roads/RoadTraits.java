package io.sensorium.atlas.roads;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tags of a way tell of how it is built and which street it is, signs left out.
 *
 * @param build a number that ways built alike share
 * @param street a number that the ways of one street share; 0 when it has neither name nor number
 */
record RoadTraits(int build, int street) {

  private static final Set<String> KEYS =
      Set.of(
          "name", "ref", "oneway", "lanes", "motorroad", "surface", "lit", "sidewalk", "service");

  private static final Set<String> UNPAVED =
      Set.of("unpaved", "gravel", "compacted", "ground", "dirt", "grass", "fine_gravel", "earth");

  static boolean isRelevant(String key) {
    return KEYS.contains(key);
  }

  static RoadTraits of(Map<String, String> tags) {
    var street = tags.getOrDefault("name", tags.getOrDefault("ref", ""));
    int number = street.hashCode();
    return new RoadTraits(buildOf(tags), street.isEmpty() ? 0 : number == 0 ? 1 : number);
  }

  private static int buildOf(Map<String, String> tags) {
    return Stream.of(
            tags.getOrDefault("oneway", "no"),
            tags.getOrDefault("lanes", ""),
            tags.getOrDefault("motorroad", ""),
            UNPAVED.contains(tags.getOrDefault("surface", "")) ? "unpaved" : "",
            tags.getOrDefault("service", ""),
            lettersOf(tags.getOrDefault("ref", "")),
            answerOf(tags.getOrDefault("lit", "")),
            answerOf(tags.getOrDefault("sidewalk", "")))
        .collect(Collectors.joining("|"))
        .hashCode();
  }

  /** Whether there are lamps, or pavements: yes, no, or not known. */
  private static String answerOf(String value) {
    return switch (value) {
      case "" -> "";
      case "no", "none" -> "no";
      default -> "yes";
    };
  }

  /** What a road's number begins with, which tells who keeps it. */
  private static String lettersOf(String ref) {
    return Objects.requireNonNull(ref.split("[^\\p{L}]", 2)[0]);
  }
}
