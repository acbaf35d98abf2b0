package io.sensorium.intake.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.OverloadedException;
import io.sensorium.intake.accept.Admission;
import io.sensorium.intake.accept.AdmissionLimits;
import io.sensorium.store.StoreException;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.sensing.Devices.NewGateway;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptMeasurementsTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T07:32:00Z");
  private static final long MEASURED = Micros.of(Instant.parse("2026-03-02T07:31:12Z"));
  private static final SourceType TEMPERATURE = SourceType.find("temp").orElseThrow();

  private final RecordedMeasurements measurements = new RecordedMeasurements();
  private final List<GatewayBatch> told = new ArrayList<>();
  @TempDir Path directory;
  private Store store;
  private GatewayId gateway;

  @BeforeEach
  void openStore() {
    store = Store.openSqlite(directory);
    gateway = newGateway("10000000");
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void rowsOfAPairedSourceAreStoredAndTold() {
    var temp = paired("aa00bb01", "temp");
    var rows = new MeasurementRows(4);
    rows.add(0, named("aa00bb01", "temp"), MEASURED, 20.5);
    rows.add(1, named("aa00bb01", "temp"), MEASURED + 1, 20.6, MeasurementType.BUTTON);

    var receipt = accept(null, rows);

    assertThat(receipt).isEqualTo(new MeasurementReceipt(2, List.of(), 0, false, 1_002));
    assertThat(told).isEqualTo(measurements.batches()).hasSize(1);
    var stored = told.getFirst().rows();
    assertThat(stored.sourceId(0)).isEqualTo(temp.id().value());
    assertThat(stored.timeMicros(0)).isEqualTo(MEASURED);
    assertThat(stored.value(1)).isEqualTo(20.6);
    assertThat(stored.typeCode(1)).isEqualTo(MeasurementType.BUTTON.code());
  }

  @Test
  void unknownSourcesAreMadeOnceWithWhatIsToldOfThem() {
    var hint = new SourceHint("Kitchen", "Inside", TEMPERATURE);
    var rows = new MeasurementRows(4);
    rows.add(0, new NamedSource(new SourceName("a", "t"), hint), MEASURED, 20);
    rows.add(1, new NamedSource(new SourceName("a", "t"), hint), MEASURED + 1, 21);
    rows.add(2, named("b", "x"), MEASURED, 1);

    assertThat(accept(null, rows).accepted()).isEqualTo(3);

    var made = store.devices().findSource(gateway, "a", "t").orElseThrow();
    assertThat(made.type()).isEqualTo(TEMPERATURE);
    assertThat(made.title()).isEqualTo("Inside");
    assertThat(made.interval()).isEqualTo(TEMPERATURE.interval());
    assertThat(store.devices().getInventory(gateway).sensors())
        .extracting(it -> it.sensor().title())
        .containsExactly("Kitchen", "b");
    assertThat(told.getFirst().rows().sourceCount()).isEqualTo(2);
  }

  @Test
  void unknownSourcesAreRefusedWhereTheyAreNotMade() {
    paired("aa00bb01", "temp");
    var rows = new MeasurementRows(4);
    rows.add(0, named("aa00bb01", "humi"), MEASURED, 48);
    rows.add(1, named("aa00bb01", "temp"), MEASURED, 20);

    var receipt = accept(new ProvisioningLimits(false, 100), null, rows);

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected()).containsExactly(new RejectedRow(0, "source: is unknown"));
  }

  @Test
  void aGatewayMakesOnlySoManySourcesADay() {
    var limits = new ProvisioningLimits(true, 2);
    accept(limits, null, rowsOf("a", "b"));

    var receipt = accept(limits, null, rowsOf("b", "c"));

    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected())
        .containsExactly(
            new RejectedRow(
                1, "source: is unknown, and the gateway made 2 new ones today already"));
    assertThat(store.devices().findSource(gateway, "c", "t")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1999-12-31T23:59:59Z, 1, date: must not be before 2000",
    "2026-03-02T07:42:00.000001Z, 1, date: must not be more than 10 min in the future",
    "2026-03-02T07:31:12Z, NaN, value: must be a finite number",
    "2026-03-02T07:31:12Z, Infinity, value: must be a finite number"
  })
  void aRowWithoutSenseIsNamedAndItsNeighboursAreKept(Instant date, double value, String reason) {
    var rows = new MeasurementRows(4);
    rows.add(0, named("a", "t"), MEASURED, 1);
    rows.add(1, named("bad", "t"), Micros.of(date), value);
    rows.add(2, named("a", "t"), Micros.of(RECEIVED) + 600_000_000, 2);

    var receipt = accept(null, rows);

    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(receipt.rejected()).containsExactly(new RejectedRow(1, reason));
    assertThat(store.devices().findSource(gateway, "bad", "t")).isEmpty();
  }

  @Test
  void aBlankRowHasNoValue() {
    var rows = new MeasurementRows(4);
    rows.add(0, named("a", "t"), MEASURED, Double.NaN, MeasurementType.BLANK);
    rows.add(1, named("a", "t"), MEASURED + 1, 1, MeasurementType.BLANK);

    assertThat(accept(null, rows).accepted()).isEqualTo(1);
  }

  @Test
  void aBatchWithoutGoodRowsIsAnsweredAndNotStored() {
    var rows = new MeasurementRows(4);
    rows.reject(0, "cannot be read");

    assertThat(accept("b1", rows))
        .isEqualTo(
            new MeasurementReceipt(0, List.of(new RejectedRow(0, "cannot be read")), 1, false, 0));
    assertThat(measurements.batches()).isEmpty();
  }

  @Test
  void aBatchThatIsSentAgainIsAnsweredAsBeforeStoredOnceAndToldAgain() {
    accept("b1", rowsOf("a"));

    var again = accept("b1", rowsOf("a"));

    assertThat(again).isEqualTo(new MeasurementReceipt(1, List.of(), 0, true, 1_001));
    assertThat(measurements.batches()).hasSize(1);
    assertThat(told).hasSize(2);
  }

  @Test
  void rejectionsAreInTheOrderSentAndOnlyTheFirstAreNamed() {
    var rows = new MeasurementRows(4);
    rows.add(2_000, named("a", "t"), 0, 1);
    for (int index = 0; index < 1_500; index++) {
      rows.reject(index, "cannot be read");
    }

    var receipt = accept(null, rows);

    assertThat(receipt.rejectedCount()).isEqualTo(1_501);
    assertThat(receipt.rejected()).hasSize(MeasurementReceipt.MAX_REJECTIONS);
    assertThat(receipt.rejected().getFirst().index()).isZero();
  }

  @Test
  void whatANameMeansIsForgottenWhenTheGatewayLosesItsOwner() {
    var kept = named("a", "t");
    var rows = new MeasurementRows(4);
    rows.add(0, kept, MEASURED, 1);
    var owner = user("one@example.org");
    store.devices().associate(owner, "10000000", null, null, RECEIVED);
    accept(null, rows);
    long before = told.getFirst().rows().sourceId(0);
    store.sensorUsers().delete(owner);
    var later = new MeasurementRows(4);
    later.add(0, kept, MEASURED, 1);

    accept(null, later);

    long after = told.getLast().rows().sourceId(0);
    assertThat(after)
        .isNotEqualTo(before)
        .isEqualTo(store.devices().findSource(gateway, "a", "t").orElseThrow().id().value());
  }

  @Test
  void nothingIsTakenWithoutRoom() {
    var full = new Admission(AdmissionLimits.DEFAULT, () -> 0, () -> 0);

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(() -> acceptWith(full, ProvisioningLimits.DEFAULT, null, rowsOf("a")));
    assertThat(measurements.batches()).isEmpty();
  }

  @Test
  void whatCouldNotBeStoredIsNotAcceptedAndNotTold() {
    measurements.fail(true);

    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> accept(null, rowsOf("a")));
    assertThat(told).isEmpty();
  }

  private MeasurementReceipt accept(@Nullable String batchKey, MeasurementRows rows) {
    return accept(ProvisioningLimits.DEFAULT, batchKey, rows);
  }

  private MeasurementReceipt accept(
      ProvisioningLimits limits, @Nullable String batchKey, MeasurementRows rows) {
    return acceptWith(Admission.unlimited(), limits, batchKey, rows);
  }

  private MeasurementReceipt acceptWith(
      Admission admission,
      ProvisioningLimits limits,
      @Nullable String batchKey,
      MeasurementRows rows) {
    var accept =
        new AcceptMeasurements(
            store.devices(), measurements, limits, admission, (batch, _) -> told.add(batch));
    return accept.accept(new MeasurementSubmission(gateway, batchKey, RECEIVED, rows));
  }

  private static MeasurementRows rowsOf(String... sensors) {
    var rows = new MeasurementRows(4);
    for (int index = 0; index < sensors.length; index++) {
      rows.add(index, named(sensors[index], "t"), MEASURED, 1);
    }
    return rows;
  }

  private static NamedSource named(String sensor, String source) {
    return new NamedSource(new SourceName(sensor, source), SourceHint.of(TEMPERATURE));
  }

  private GatewayId newGateway(String serial) {
    return store
        .devices()
        .createGateway(new NewGateway(serial, GatewayType.DEFAULT, null, null, "token", RECEIVED))
        .orElseThrow()
        .id();
  }

  private DataSource paired(String sensor, String source) {
    return store
        .devices()
        .pair(
            new NewSensor(gateway, sensor, null, null),
            List.of(new PairedSource(source, TEMPERATURE, null, null)))
        .sources()
        .getFirst();
  }

  private SensorUserId user(String email) {
    return store
        .sensorUsers()
        .create(new NewUser(null, email, "hash", "A", "B", Set.of(), RECEIVED))
        .orElseThrow()
        .id();
  }
}
