package io.sensorium.api.sensors;

import java.util.Collection;
import java.util.regex.Pattern;

/** Compares the values of {@code If-None-Match}; RFC 9110, 8.8.3.2. */
final class EntityTags {

  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private EntityTags() {}

  /** Whether one of the tags is the same, weak or not, or is {@code *}. */
  static boolean anyMatches(Collection<String> headerValues, String tag) {
    var opaque = tag.substring(tag.indexOf('"'));
    for (var value : headerValues) {
      if (value.strip().equals("*")) {
        return true;
      }
      var matcher = TAG.matcher(value);
      while (matcher.find()) {
        if (matcher.group(1).equals(opaque)) {
          return true;
        }
      }
    }
    return false;
  }
}
