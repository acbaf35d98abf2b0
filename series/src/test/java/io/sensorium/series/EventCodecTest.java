package io.sensorium.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.measurement.SourceRows;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventCodecTest {

  private static final List<String> NAMES = List.of("Chez Zoë", "東京タワー", "", "a".repeat(300));
  private static final long MAX_START_MICROS = 4_000_000_000_000_000L; // in the year 2096
  private static final int MAX_OFFSET_SECONDS = 18 * 3600;

  private final Random random = new Random(8);

  private <E extends Enum<E>> E any(Class<E> type) {
    var all = type.getEnumConstants();
    return all[random.nextInt(all.length)];
  }

  private ZoneOffset anyOffset() {
    return ZoneOffset.ofTotalSeconds(random.nextInt(-MAX_OFFSET_SECONDS, MAX_OFFSET_SECONDS + 1));
  }

  private String anyHexDigits(int count) {
    var digits = new StringBuilder();
    while (digits.length() < count) {
      digits.append(Integer.toHexString(random.nextInt(16)));
    }
    return digits.toString();
  }

  private EventId anyStayId() {
    return new EventId(new UUID(random.nextLong(), random.nextLong()).toString());
  }

  private Span anySpan() {
    long start = random.nextLong(-MAX_START_MICROS, MAX_START_MICROS);
    var end = random.nextInt(4) == 0 ? null : Micros.toInstant(start + random.nextLong(1L << 45));
    return new Span(Micros.toInstant(start), anyOffset(), end, anyOffset());
  }

  private TimelineEvent anyEvent() {
    if (random.nextBoolean()) {
      return new Transport(
          new EventId(anyHexDigits(64)),
          anySpan(),
          any(AnalysisType.class),
          any(TransportMode.class),
          random.nextDouble(),
          random.nextLong(50_000_000));
    }
    return new Stationary(
        anyStayId(),
        anySpan(),
        any(AnalysisType.class),
        new LatLon(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
        any(Significance.class),
        random.nextBoolean() ? NAMES.get(random.nextInt(NAMES.size())) : null);
  }

  @Test
  void anyEventComesBackEqual() {
    for (int i = 0; i < 2_000; i++) {
      var event = anyEvent();

      assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }
  }

  @Test
  void everyFlippedBitIsFound() {
    for (int i = 0; i < 2_000; i++) {
      var bytes = EventCodec.encode(anyEvent());
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

      assertThatThrownBy(() -> EventCodec.decode(bytes)).isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void bytesThatEndTooEarlyAreFound() {
    var bytes = EventCodec.encode(anyEvent());
    for (int size = 0; size < bytes.length; size++) {
      var truncated = Arrays.copyOf(bytes, size);

      assertThatThrownBy(() -> EventCodec.decode(truncated))
          .isInstanceOf(DamagedBytesException.class);
    }
  }

  @Test
  void bytesOfAnotherKindAreFound() {
    var rows = SourceRowsCodec.encode(SourceRows.builder(0).build());

    assertThatThrownBy(() -> EventCodec.decode(rows)).isInstanceOf(DamagedBytesException.class);
  }
}
