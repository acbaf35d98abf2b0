package io.sensorium.core.correction;

import io.sensorium.core.text.Unicode;
import io.sensorium.core.timeline.TransportMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one thing that a correction says. Of each kind the decisive correction counts alone. */
public sealed interface Claim {

  /** Characters of a place's name at the most. */
  int MAX_NAME_LENGTH = 200;

  /** Whether it is about a stay; else it is about a transport. */
  boolean isOfStay();

  /**
   * How somebody moved.
   *
   * @param mode null leaves it to the analysis again
   */
  record Mode(@Nullable TransportMode mode) implements Claim {

    public Mode {
      if (mode == TransportMode.INSUFFICIENT_DATA) {
        throw new IllegalArgumentException("nobody moves by insufficient data");
      }
    }

    @Override
    public boolean isOfStay() {
      return false;
    }
  }

  /**
   * What the place of a stay is called.
   *
   * @param name null when it has no name again
   */
  record Place(@Nullable String name) implements Claim {

    public Place {
      if (name != null && !isName(name)) {
        throw new IllegalArgumentException("not the name of a place: " + name);
      }
    }

    /** Whether the text has 1 to {@link #MAX_NAME_LENGTH} printable characters, not only blanks. */
    public static boolean isName(String text) {
      return !text.isBlank() && text.length() <= MAX_NAME_LENGTH && Unicode.isPrintable(text);
    }

    @Override
    public boolean isOfStay() {
      return true;
    }
  }

  /**
   * A stay was none: its time belongs to the trip around it.
   *
   * @param holds false leaves it to the analysis again
   */
  record NotAStay(boolean holds) implements Claim {

    /** A longer stay is one, whatever was said. */
    public static final Duration LONGEST_STAY = Duration.ofHours(24);

    @Override
    public boolean isOfStay() {
      return true;
    }
  }
}
