package io.sensorium.atlas.osm;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of one element; those a visitor is given are valid until it returns. */
public final class Tags {

  private static final String[] NO_TEXT = {};

  private String[] texts = NO_TEXT;
  private int[] numbers = {};
  private int size;

  Tags() {}

  /** Tags of their own. */
  public static Tags of(Map<String, String> values) {
    var tags = new Tags();
    var texts = new String[2 * values.size()];
    int at = 0;
    for (var entry : values.entrySet()) {
      texts[at++] = entry.getKey();
      texts[at++] = entry.getValue();
    }
    tags.reset(texts);
    for (int i = 0; i < texts.length; i += 2) {
      tags.add(i, i + 1);
    }
    return tags;
  }

  void reset(String[] stringTable) {
    texts = stringTable;
    size = 0;
  }

  /** Adds a key and its value by their numbers in the table of strings. */
  void add(int key, int value) {
    if (2 * size + 2 > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(16, 2 * numbers.length));
    }
    numbers[2 * size] = key;
    numbers[2 * size + 1] = value;
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The key of a tag, 0 to size - 1. */
  public String key(int i) {
    return texts[numbers[2 * i]];
  }

  /** The value of a tag, 0 to size - 1. */
  public String value(int i) {
    return texts[numbers[2 * i + 1]];
  }

  /** The value of a key, or null when the element does not have it. */
  public @Nullable String find(String key) {
    for (int i = 0; i < size; i++) {
      if (key(i).equals(key)) {
        return value(i);
      }
    }
    return null;
  }

  /** Whether the key has that value. */
  public boolean has(String key, String value) {
    return value.equals(find(key));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : " ").append(key(i)).append('=').append(value(i));
    }
    return text.toString();
  }
}
