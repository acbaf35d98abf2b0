package io.sensorium.atlas.osm;

import java.util.Arrays;

/** The members of one relation, in order. */
public final class Members {

  private static final ElementType[] TYPES = ElementType.values();

  private String[] texts = {};
  private long[] ids = {};
  private int[] types = {};
  private int[] roles = {};
  private int size;

  Members() {}

  void reset(String[] stringTable) {
    texts = stringTable;
    size = 0;
  }

  void add(long id, int type, int role) {
    if (size == ids.length) {
      int capacity = Math.max(16, 2 * size);
      ids = Arrays.copyOf(ids, capacity);
      types = Arrays.copyOf(types, capacity);
      roles = Arrays.copyOf(roles, capacity);
    }
    ids[size] = id;
    types[size] = type;
    roles[size] = role;
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The id of a member among the elements of its type. */
  public long id(int i) {
    return ids[i];
  }

  /** What a member is. */
  public ElementType type(int i) {
    return TYPES[types[i]];
  }

  /** What a member does in the relation, such as {@code outer}; may be empty. */
  public String role(int i) {
    return texts[roles[i]];
  }
}
