package io.sensorium.core.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceRowsTest {

  private static final int REGULAR = MeasurementType.REGULAR.code();

  @Test
  void rowsAddedInAnyOrderComeBackBySourceAndDate() {
    var rows =
        SourceRows.builder(0)
            .add(9, 200, 1.5, REGULAR)
            .add(4, 100, 2.5, REGULAR)
            .add(9, 100, 3.5, MeasurementType.BUTTON.code())
            .build();

    assertThat(rows.sourceCount()).isEqualTo(2);
    assertThat(rows.sourceId(0)).isEqualTo(4);
    assertThat(rows.series(0)).isEqualTo(Series.builder(1).add(100, 2.5, REGULAR, 0).build());
    assertThat(rows.sourceId(1)).isEqualTo(9);
    assertThat(rows.series(1))
        .isEqualTo(Series.builder(2).add(100, 3.5, 5, 0).add(200, 1.5, REGULAR, 0).build());
  }

  @Test
  void ofRowsWithTheSameSourceAndDateTheLastStays() {
    var rows =
        SourceRows.builder(4)
            .add(1, 100, 7, REGULAR)
            .add(1, 50, 6, REGULAR)
            .add(1, 100, 8, REGULAR)
            .build();

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.value(1)).isEqualTo(8);
  }

  @Test
  void anyRowsComeBackAsATreeWouldHoldThem() {
    record Key(long source, long time) {}
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var builder = SourceRows.builder(10);
      var expected =
          new TreeMap<Key, Double>(
              (a, b) ->
                  a.source() == b.source()
                      ? Long.compare(a.time(), b.time())
                      : Long.compare(a.source(), b.source()));
      for (int i = random.nextInt(2_000); i > 0; i--) {
        var key = new Key(1 + random.nextLong(1 + random.nextInt(500)), random.nextLong(3_000));
        builder.add(key.source(), key.time(), i, REGULAR);
        expected.put(key, (double) i);
      }

      var rows = builder.build();

      var found = new TreeMap<Key, Double>(expected.comparator());
      for (int source = 0; source < rows.sourceCount(); source++) {
        for (int row = rows.firstRow(source); row < rows.endRow(source); row++) {
          found.put(new Key(rows.sourceId(source), rows.timeMicros(row)), rows.value(row));
        }
      }
      assertThat(found).as("seed %d", seed).isEqualTo(expected).hasSize(rows.size());
    }
  }

  @Test
  void rowsAddedInOrderAreThoseAddedInAnyOther() {
    for (int size = 0; size < 50; size++) {
      var forwards = SourceRows.builder(0);
      var backwards = SourceRows.builder(0);
      for (int i = 0; i < size; i++) {
        forwards.add(1 + i / 3, i, i, REGULAR);
        int last = size - 1 - i;
        backwards.add(1 + last / 3, last, last, REGULAR);
      }

      assertThat(forwards.build()).isEqualTo(backwards.build());
    }
  }

  @Test
  void whatCannotBeStoredIsRefused() {
    var builder = SourceRows.builder(1);

    assertThatThrownBy(() -> builder.add(1, 0, Double.NaN, REGULAR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.add(1, 0, 1, MeasurementType.BLANK.code()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.add(1, Long.MAX_VALUE, 1, REGULAR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.add(0, 0, 1, REGULAR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.build()).isEqualTo(SourceRows.EMPTY);
  }

  @Test
  void thereIsOneZero() {
    var rows = SourceRows.builder(1).add(1, 0, -0.0, REGULAR).build();

    assertThat(Double.doubleToRawLongBits(rows.value(0))).isZero();
  }
}
