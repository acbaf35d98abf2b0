package io.sensorium.store.sql.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sensorium.core.measurement.Series;
import io.sensorium.series.SeriesCodec;
import org.junit.jupiter.api.Test;

class PartsCacheTest {

  private static final int ROWS = 100;
  private static final long MAX_BYTES = 20_000;

  private final PartsCache cache = new PartsCache(MAX_BYTES);

  @Test
  void sumsABlockUpBetweenItsCuts() {
    var parts = cache.obtain(block(1, 5), new long[] {30, 31, 50, 2_000}).list();

    assertThat(parts)
        .extracting(BlockParts.Part::firstMicros, part -> part.summary().count())
        .containsExactly(tuple(0L, 30L), tuple(30L, 1L), tuple(31L, 19L), tuple(50L, 50L));
  }

  @Test
  void doesNotReadABlockTwice() {
    var first = cache.obtain(block(1, 5), new long[] {50});

    assertThat(cache.obtain(block(1, 5), new long[] {50})).isSameAs(first);
  }

  @Test
  void readsABlockAgainWhenItIsDividedOtherwise() {
    cache.obtain(block(1, 5), new long[] {50});

    assertThat(cache.obtain(block(1, 5), new long[] {60}).list().getFirst().summary().count())
        .isEqualTo(60);
  }

  @Test
  void readsABlockAgainWhenItChanged() {
    cache.obtain(block(1, 5), new long[] {50});

    assertThat(cache.obtain(block(1, 6), new long[] {50}).list().getFirst().summary().max())
        .isEqualTo(6);
  }

  @Test
  void forgetsTheOldestWhenItIsFull() {
    var first = cache.obtain(block(1, 5), new long[] {50});
    for (int id = 2; id < 500; id++) {
      cache.obtain(block(id, 5), new long[] {50});
    }

    assertThat(cache.bytes()).isBetween(MAX_BYTES / 2, MAX_BYTES);
    assertThat(cache.obtain(block(1, 5), new long[] {50})).isNotSameAs(first);
  }

  /** One row each microsecond. */
  private static SealedBlock block(long id, double value) {
    var rows = Series.builder(ROWS);
    for (int row = 0; row < ROWS; row++) {
      rows.add(row, value, 1, row);
    }
    return new SealedBlock(id, SeriesCodec.encode(rows.build(), 0, ROWS));
  }
}
