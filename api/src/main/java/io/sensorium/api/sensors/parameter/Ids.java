package io.sensorium.api.sensors.parameter;

import io.sensorium.api.common.ApiError;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids as clients write them: digits. A number that no id can have names nothing. */
public final class Ids {

  /** The most that one request may name. */
  public static final int MAX_COUNT = 1_000;

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,100}");
  private static final int SAFE_DIGITS = 18;

  private Ids() {}

  /** The id; empty when the text cannot be one. */
  public static Optional<Long> parse(String text) {
    if (!DIGITS.matcher(text).matches()) {
      return Optional.empty();
    }
    var digits = text.replaceFirst("^0+", "");
    return digits.isEmpty() || digits.length() > SAFE_DIGITS
        ? Optional.empty()
        : Optional.of(Long.valueOf(digits));
  }

  /**
   * The one id that a parameter names.
   *
   * @throws ApiError INVALID_PARAMETER when the text is no number, NOT_FOUND when it is one that no
   *     id has
   */
  public static long get(String name, String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw Parameters.invalid(name, "must be an id");
    }
    return parse(text).orElseThrow(ApiError::notFound);
  }

  /**
   * The ids of a list, each once, in the order given.
   *
   * @throws ApiError INVALID_PARAMETER when there are none or too many or one is no number,
   *     NOT_FOUND when one is a number that no id has
   */
  public static Set<Long> list(Parameters parameters, String name) {
    var texts = parameters.list(name);
    if (texts.isEmpty()) {
      throw Parameters.missing(name);
    }
    if (texts.size() > MAX_COUNT) {
      throw Parameters.invalid(name, "has more than " + MAX_COUNT + " ids");
    }
    if (!texts.stream().allMatch(DIGITS.asMatchPredicate())) {
      throw Parameters.invalid(name, "must be ids, separated by commas");
    }
    var ids = new LinkedHashSet<Long>();
    for (var text : texts) {
      ids.add(parse(text).orElseThrow(ApiError::notFound));
    }
    return ids;
  }
}
