package io.sensorium.server;

import io.sensorium.atlas.region.Atlas;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made of the maps, made anew when they were switched. Safe for use by many threads. */
final class PerEdition<T> implements Supplier<T> {

  private record Made<T>(Atlas.Edition edition, T value) {}

  private final Supplier<Atlas.Edition> editions;
  private final Function<Atlas.Edition, T> maker;
  private volatile @Nullable Made<T> made;

  PerEdition(Supplier<Atlas.Edition> editions, Function<Atlas.Edition, T> maker) {
    this.editions = editions;
    this.maker = maker;
  }

  @Override
  public T get() {
    var edition = editions.get();
    var known = made;
    if (known == null || !known.edition.equals(edition)) {
      known = new Made<>(edition, maker.apply(edition));
      made = known;
    }
    return known.value;
  }
}
