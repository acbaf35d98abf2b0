package io.sensorium.store.database;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads many rows a page at a time, with no transaction open while a page is looked at. */
public final class RowPages {

  /** Rows of a page, where they are short. */
  public static final int SIZE = 500;

  private RowPages() {}

  /**
   * Hands out all rows in order.
   *
   * @param after the next rows behind one; the first ones behind null
   */
  public static <T> void forEach(Function<@Nullable T, List<T>> after, Consumer<T> receiver) {
    T last = null;
    for (var page = after.apply(null); !page.isEmpty(); page = after.apply(last)) {
      page.forEach(receiver);
      last = page.getLast();
    }
  }
}
