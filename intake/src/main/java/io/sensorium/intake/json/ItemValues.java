package io.sensorium.intake.json;

import io.sensorium.core.text.Unicode;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.text.Decimals;
import io.sensorium.intake.text.Timestamps;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * The values of one item at a time, read from its members; what is wrong becomes the reason to
 * reject the item, and reading goes on behind it.
 *
 * <p>Each call reads the value of the member whose name was read last. An absent value and null are
 * the same.
 */
public final class ItemValues {

  /** Says that an item has no more members. */
  public static final int END = PropertyNameMatcher.MATCH_END_OBJECT;

  /** Stands for a time that is not given. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Stands for a whole number that is not given. */
  public static final long NO_LONG = Long.MIN_VALUE;

  /** Above this, milliseconds no longer fit the form of microseconds. */
  private static final int MOST_DIGITS_OF_MILLIS = 15;

  private static final int MOST_DIGITS_OF_LONG = 18;

  private final JsonParser json;
  private @Nullable String reason;

  public ItemValues(JsonParser json) {
    this.json = json;
  }

  /** Forgets the item before. */
  public void startItem() {
    reason = null;
  }

  /** Keeps the first reason that is given for an item. */
  public void reject(String itemReason) {
    if (reason == null) {
      reason = itemReason;
    }
  }

  /** Why the item is rejected, or null when it is good so far. */
  public @Nullable String reason() {
    return reason;
  }

  /**
   * Goes to the item's next member.
   *
   * @return the place of its name in {@code members}, {@link #END} behind the last member, or
   *     another negative number for a name that is not among them
   */
  public int nextMember(PropertyNameMatcher members) {
    return json.nextNameMatch(members);
  }

  /** A number, or NaN where there is none. */
  public double number(String field) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      double value = currentDouble();
      if (Double.isInfinite(value)) {
        reject(field + ": is too large");
      }
      return value;
    }
    rejectUnlessNull(token, field, "must be a number");
    return Double.NaN;
  }

  private double currentDouble() {
    return Decimals.parse(
        json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
  }

  /** Microseconds since 1970, or {@link #NO_TIME}. */
  public long timeMicros(String field) {
    JsonToken token = json.nextToken();
    long time = NO_TIME;
    if (token == JsonToken.VALUE_STRING) {
      time =
          Timestamps.parse(
              json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      time = currentMillisAsMicros();
    } else if (token == JsonToken.VALUE_NULL) {
      return NO_TIME;
    } else {
      json.skipChildren();
    }
    if (time == NO_TIME) {
      reject(field + ": must be RFC 3339 with an offset, or whole Unix milliseconds");
    }
    return time;
  }

  private long currentMillisAsMicros() {
    return json.getStringLength() > MOST_DIGITS_OF_MILLIS
        ? NO_TIME
        : json.getLongValue() * Micros.PER_MILLI;
  }

  /** A whole number, or {@link #NO_LONG}. */
  public long wholeNumber(String field) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NUMBER_INT && json.getStringLength() <= MOST_DIGITS_OF_LONG) {
      return json.getLongValue();
    }
    rejectUnlessNull(token, field, "must be a whole number");
    return NO_LONG;
  }

  public @Nullable Boolean flag(String field) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    rejectUnlessNull(token, field, "must be true or false");
    return null;
  }

  public @Nullable String text(String field, int maxLength) {
    JsonToken token = json.nextToken();
    if (token != JsonToken.VALUE_STRING) {
      rejectUnlessNull(token, field, "must be a text");
      return null;
    }
    if (json.getStringLength() > maxLength) {
      reject(field + ": must have at most " + maxLength + " characters");
      return null;
    }
    String text = json.getString();
    if (!Unicode.isStorable(text)) {
      reject(field + ": must be Unicode text without U+0000");
      return null;
    }
    return text;
  }

  /**
   * Samples of three axes one after the other, or null where there are none.
   *
   * @param counting told of each sample before it is kept
   */
  public float @Nullable [] samples(String field, Runnable counting) {
    JsonToken token = json.nextToken();
    if (token != JsonToken.START_ARRAY) {
      rejectUnlessNull(token, field, "must be an array of [x, y, z]");
      return null;
    }
    var samples = new float[3 * 64];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      counting.run();
      if (3 * count == samples.length) {
        samples = Arrays.copyOf(samples, 2 * samples.length);
      }
      if (!axes(samples, 3 * count)) {
        reject(field + "[" + count + "]: must be three numbers");
      }
      count++;
    }
    return Arrays.copyOf(samples, 3 * count);
  }

  /** The constant that the text names in lower case. */
  public <E extends Enum<E>> @Nullable E constant(String field, E[] constants) {
    String text = text(field, 64);
    if (text == null) {
      return null;
    }
    for (E constant : constants) {
      if (nameOf(constant).equals(text)) {
        return constant;
      }
    }
    reject(field + ": must be one of " + namesOf(constants));
    return null;
  }

  private static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String namesOf(Enum<?>[] constants) {
    var names = new StringBuilder();
    for (var constant : constants) {
      names.append(names.isEmpty() ? "" : ", ").append(nameOf(constant));
    }
    return names.toString();
  }

  /** Rejects an item whose time is not given or not one that it may have. */
  public void requireTime(String field, long timeMicros, TimeWindow window) {
    String problem =
        timeMicros == NO_TIME ? field + ": is missing" : window.problemOf(field, timeMicros);
    if (problem != null) {
      reject(problem);
    }
  }

  /** Tells whether the item is good so far and this value is NaN or within its bounds. */
  public boolean isWithinOrAbsent(String field, double value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      reject(field + ": must be within " + lowest + ".." + highest);
    }
    return reason == null;
  }

  /** Passes over a value that means nothing here. */
  public void ignore() {
    json.nextToken();
    json.skipChildren();
  }

  private void rejectUnlessNull(JsonToken token, String field, String problem) {
    if (token != JsonToken.VALUE_NULL) {
      reject(field + ": " + problem);
      json.skipChildren();
    }
  }

  /**
   * Three numbers in an array, put into {@code samples} from {@code at}; false when they are not.
   */
  private boolean axes(float[] samples, int at) {
    boolean good = json.currentToken() == JsonToken.START_ARRAY;
    if (!good) {
      json.skipChildren();
      return false;
    }
    int count = 0;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      good &= count < 3 && token.isNumeric();
      if (good) {
        samples[at + count] = (float) currentDouble();
        good = Float.isFinite(samples[at + count]);
      } else {
        json.skipChildren();
      }
      count++;
    }
    return good && count == 3;
  }
}
