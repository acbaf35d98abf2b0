package io.sensorium.atlas.limits;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the signs along a way say, by its tags.
 *
 * @param forwardCode along the way
 * @param backwardCode against it
 * @param conditional the rules of {@link Conditional} for both directions, or null
 */
public record SignedLimits(int forwardCode, int backwardCode, @Nullable String conditional) {

  /** Reads the tags. */
  public static SignedLimits of(Map<String, String> tags) {
    int both = LimitCode.parse(tags.get("maxspeed"));
    int forward = LimitCode.parse(tags.get("maxspeed:forward"));
    int backward = LimitCode.parse(tags.get("maxspeed:backward"));
    return new SignedLimits(
        forward == LimitCode.UNKNOWN ? both : forward,
        backward == LimitCode.UNKNOWN ? both : backward,
        tags.get("maxspeed:conditional"));
  }
}
