package io.sensorium.intake.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.IntakeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.RejectedRow;
import io.sensorium.intake.measurements.RowTexts;
import io.sensorium.intake.series.SeriesCache;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RemoteWriteTest {

  private static final GatewayId GATEWAY = new GatewayId(7);
  private static final Instant MEASURED = Instant.parse("2026-03-02T07:31:12.250Z");
  private static final long MILLIS = MEASURED.toEpochMilli();
  private static final long STALE_MARKER = 0x7ff0000000000002L;

  private final RemoteWrite codec =
      new RemoteWrite(new SeriesCache(SeriesCache.DEFAULT_MAX_BYTES, new SplittableRandom(1)));

  @Test
  void whatAPrometheusSentIsRead() {
    var rows =
        codec.decode(RowTexts.packet(RemoteWriteTest.class, "prometheus-2.42.snappy"), GATEWAY);

    var sensor = "instance=\"127.0.0.1:19090\",job=\"prometheus\"/";
    assertThat(RowTexts.of(rows))
        .containsExactly(
            sensor + "go_goroutines 2026-11-23T07:12:22.192Z 34.0",
            sensor + "process_resident_memory_bytes 2026-11-23T07:12:22.192Z 4.9209344E7",
            sensor + "prometheus_engine_queries 2026-11-23T07:12:22.192Z 0.0",
            sensor + "go_goroutines 2026-11-23T07:12:24.192Z 35.0",
            sensor + "process_resident_memory_bytes 2026-11-23T07:12:24.192Z 4.9340416E7",
            sensor + "prometheus_engine_queries 2026-11-23T07:12:24.192Z 0.0");
  }

  @Test
  void theMetricIsTheSourceAndTheOtherLabelsAreTheSensor() {
    var rows =
        decode(
            request ->
                request.series(
                    samples -> samples.sample(48.5, MILLIS).sample(49.0, MILLIS + 15_000),
                    "__name__",
                    "node_hwmon_temp_celsius",
                    "chip",
                    "thermal \"0\"",
                    "instance",
                    "pi:9100"));

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.source(0).name().sensor())
        .isEqualTo("chip=\"thermal \\\"0\\\"\",instance=\"pi:9100\"");
    assertThat(rows.source(0).name().source()).isEqualTo("node_hwmon_temp_celsius");
    assertThat(rows.source(0).hint().type().name()).isEqualTo("temp");
    assertThat(rows.value(0)).isEqualTo(48.5);
    assertThat(rows.timeMicros(0)).isEqualTo(Micros.of(MEASURED));
    assertThat(rows.value(1)).isEqualTo(49.0);
    assertThat(rows.rejected()).isEmpty();
  }

  @Test
  void aMetricWithoutOtherLabelsHasASensorToo() {
    var rows = decode(request -> request.series(it -> it.sample(1, MILLIS), "__name__", "up"));

    assertThat(rows.source(0)).hasToString("prometheus/up");
  }

  @Test
  void aStaleMarkerIsABlankRow() {
    var rows =
        decode(
            request ->
                request.series(it -> it.sampleOfBits(STALE_MARKER, MILLIS), "__name__", "up"));

    assertThat(rows.typeCode(0)).isEqualTo(MeasurementType.BLANK.code());
    assertThat(rows.value(0)).isNaN();
  }

  @Test
  void otherSamplesWithoutAFiniteValueAreLeftOut() {
    var rows =
        decode(
            request ->
                request.series(
                    it ->
                        it.sample(Double.NaN, MILLIS)
                            .sample(Double.POSITIVE_INFINITY, MILLIS)
                            .sample(1, MILLIS),
                    "__name__",
                    "up"));

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.rejected()).isEmpty();
  }

  @Test
  void metadataAndExemplarsMeanNothing() {
    var rows =
        decode(
            request ->
                request
                    .series(
                        it -> it.sample(1, MILLIS).field(3, new byte[] {8, 1}), "__name__", "up")
                    .field(3, new byte[] {8, 1}));

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.rejected()).isEmpty();
  }

  @Test
  void aSeriesWithoutANameAndANativeHistogramAreRejectedAndTheOthersKept() {
    var rows =
        decode(
            request ->
                request
                    .series(it -> it.sample(1, MILLIS), "job", "node")
                    .series(it -> it.field(4, new byte[] {8, 1}), "__name__", "request_seconds")
                    .series(it -> it.sample(3, MILLIS), "__name__", "up"));

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.value(0)).isEqualTo(3);
    assertThat(rows.rejected())
        .containsExactly(
            new RejectedRow(0, "__name__: is missing"),
            new RejectedRow(1, "native histograms are not stored"));
  }

  @Test
  void aSeriesThatWasSentBeforeIsFoundAgain() {
    Consumer<WriteRequests> request =
        it -> it.series(samples -> samples.sample(1, MILLIS), "__name__", "up", "job", "node");

    assertThat(decode(request).source(0)).isSameAs(decode(request).source(0));
  }

  @Test
  void whatIsNotSnappyOrNotProtobufIsMalformed() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> codec.decode(new byte[] {9, 1, 2, 3}, GATEWAY));
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> codec.decode(new byte[0], GATEWAY));
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> codec.decode(WriteRequests.snappy(new byte[] {10, 9, 1}), GATEWAY));
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() {
    var bomb = WriteRequests.message(it -> it.varint(1L << 31).varint(0));

    assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> codec.decode(bomb, GATEWAY));
    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(
            () ->
                codec.decode(
                    WriteRequests.message(it -> it.varint(RemoteWrite.MAX_BYTES + 1)), GATEWAY));
  }

  @Test
  void noBytesWhateverTheyAreMakeItFailInAnotherWay() {
    var good =
        WriteRequests.message(
            it -> it.series(samples -> samples.sample(1, MILLIS), "__name__", "up", "job", "node"));
    var random = new SplittableRandom(5);
    for (int round = 0; round < 20_000; round++) {
      var bytes = good.clone();
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(codec.decode(WriteRequests.snappy(bytes), GATEWAY).size()).isLessThan(50);
      } catch (MalformedInputException expected) {
        assertThat(expected).hasMessageContaining("Protocol Buffers");
      }
    }
  }

  private MeasurementRows decode(Consumer<WriteRequests> request) {
    return codec.decode(WriteRequests.packed(request), GATEWAY);
  }
}
