package io.sensorium.analysis.alarm;

import static io.sensorium.analysis.alarm.Minutes.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.alarm.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise of order: whatever comes when, the log is that of all measurements in order. */
class OrderOfArrivalTest {

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLogIsTheSameInAnyOrderSplitDoubledCorrectedAndDeleted(int seed) {
    var random = new SplittableRandom(seed);
    var terms = terms(random);
    var truth = values(random);
    long lastTick = at(random.nextInt(100, 320));

    var book = new AlarmBook(terms);
    for (var arrival : arrivals(random, truth)) {
      book.arrive(arrival);
      if (random.nextInt(8) == 0) {
        book.tick(random.nextLong(at(0), lastTick + 1));
      }
      if (random.nextInt(20) == 0) {
        book.restart();
      }
    }
    long from = at(random.nextInt(250));
    long to = from + at(random.nextInt(1, 20)) - at(0);
    book.delete(from, to);
    truth.subMap(from, to).clear();
    book.tick(lastTick);

    assertThat(book.log()).isEqualTo(new AlarmDefinition(terms, truth, lastTick).log());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whenTermsChangeWhileMeasurementsComeTheLogIsThatOfAllTermsInOrder(int seed) {
    var random = new SplittableRandom(seed);
    var terms = terms(random);
    var truth = values(random);
    long lastTick = at(random.nextInt(100, 320));

    var book = new AlarmBook(terms.subList(0, 1));
    int known = 1;
    for (var arrival : arrivals(random, truth)) {
      book.arrive(arrival);
      if (known < terms.size() && random.nextInt(4) == 0) {
        book.change(terms.subList(0, ++known));
      }
    }
    book.change(terms);
    book.tick(lastTick);

    assertThat(book.log()).isEqualTo(new AlarmDefinition(terms, truth, lastTick).log());
  }

  /** Bursts of excess in noise around the threshold, with holes and blanks; some of days ago. */
  private static NavigableMap<Long, Double> values(SplittableRandom random) {
    var values = new TreeMap<Long, Double>();
    double level = 28;
    int step = random.nextInt(1, 4);
    long hole = random.nextInt(3) == 0 ? at(5_000) - at(0) : 0;
    for (int minute = -5; minute < 300; minute += step) {
      level = random.nextInt(12) == 0 ? random.nextDouble(26, 35) : level;
      double value = level + random.nextDouble(-1.5, 1.5);
      long shift = minute < 120 ? -hole : 0;
      if (random.nextInt(9) != 0) {
        values.put(at(minute) + shift, random.nextInt(15) == 0 ? Double.NaN : Math.rint(value));
      }
    }
    return values;
  }

  private static List<AlarmTerms> terms(SplittableRandom random) {
    var terms = new ArrayList<AlarmTerms>();
    long from = random.nextBoolean() ? -10_000 : random.nextInt(20);
    for (int i = random.nextInt(4); i >= 0; i--) {
      var condition =
          new AlarmCondition(
              random.nextInt(28, 32),
              random.nextInt(4) == 0 ? Direction.BELOW : Direction.ABOVE,
              Duration.ofMinutes(random.nextBoolean() ? 0 : random.nextInt(1, 30)),
              random.nextBoolean() ? 0 : random.nextInt(1, 3));
      terms.add(new AlarmTerms(Minutes.instant(from), condition, random.nextInt(5) != 0));
      from = Math.max(from, 0) + random.nextInt(1, 120);
    }
    return terms;
  }

  /** Pieces of the truth, roughly or not at all in order, some twice, some wrong at first. */
  private static List<NavigableMap<Long, Double>> arrivals(
      SplittableRandom random, NavigableMap<Long, Double> truth) {
    int disorder = random.nextInt(3);
    var pieces = new ArrayList<NavigableMap<Long, Double>>();
    var corrections = new TreeMap<Long, Double>();
    var piece = new TreeMap<Long, Double>();
    for (var time : inSomeOrder(random, new ArrayList<>(truth.keySet()), disorder)) {
      boolean wrong = random.nextInt(25) == 0;
      double value = Optional.ofNullable(truth.get(time)).orElseThrow();
      piece.put(time, wrong ? 20 + random.nextInt(20) : value);
      if (wrong || random.nextInt(10) == 0) {
        corrections.put(time, value);
      }
      if (random.nextInt(6) == 0) {
        pieces.add(piece);
        piece = new TreeMap<>();
      }
    }
    pieces.add(piece);
    corrections.forEach((time, value) -> pieces.add(new TreeMap<>(Map.of(time, value))));
    return pieces;
  }

  private static List<Long> inSomeOrder(SplittableRandom random, List<Long> times, int disorder) {
    int reach = disorder == 0 ? 0 : disorder == 1 ? 6 : times.size();
    for (int i = 0; i < times.size() && reach > 0; i++) {
      int j = Math.min(times.size() - 1, i + random.nextInt(reach));
      long kept = times.get(i);
      times.set(i, times.get(j));
      times.set(j, kept);
    }
    return times;
  }
}
