package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.RoadSetting.SignAhead;
import io.sensorium.atlas.limits.RoadSetting.Spot;
import io.sensorium.atlas.roads.LimitResolver.WayPlace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The limits of all ways, in columns: first all ways are shown, then each is asked for. */
final class LimitColumns {

  private final Ints tagSets;
  private final IntFunction<List<Spot>> spots;
  private final BuiltUp builtUp;
  private final Strokes strokes;
  private final int[] codes;
  private final int[] sources;
  private final int[] texts;

  /**
   * Fills the columns.
   *
   * @param tagSets of each way; -1 for those without limits
   * @param spots places along a way; none where no place is known
   */
  LimitColumns(
      LimitResolver resolver,
      Ints tagSets,
      IntFunction<List<Spot>> spots,
      BuiltUp builtUp,
      Strokes strokes) {
    this.tagSets = tagSets;
    this.spots = spots;
    this.builtUp = builtUp;
    this.strokes = strokes;
    codes = new int[tagSets.size()];
    sources = new int[tagSets.size()];
    texts = new int[tagSets.size()];
    Arrays.fill(texts, -1);
    for (int way = 0; way < tagSets.size(); way++) {
      place(way, _ -> List.of()).ifPresent(resolver::show);
    }
    for (int way = 0; way < tagSets.size(); way++) {
      resolve(way, resolver);
    }
  }

  private void resolve(int way, LimitResolver resolver) {
    var place = place(way, strokes::ahead);
    if (place.isPresent()) {
      var limit = resolver.resolve(place.get());
      codes[way] = limit.codes();
      sources[way] = limit.sources();
      texts[way] = limit.text();
    }
  }

  private Optional<WayPlace> place(int way, IntFunction<List<SignAhead>> ahead) {
    int tagSet = tagSets.get(way);
    var places = tagSet < 0 ? List.<Spot>of() : spots.apply(way);
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new WayPlace(tagSet, builtUp.density(places), places, ahead.apply(way)));
  }

  int[] codes() {
    return codes.clone();
  }

  int[] sources() {
    return sources.clone();
  }

  int[] texts() {
    return texts.clone();
  }
}
