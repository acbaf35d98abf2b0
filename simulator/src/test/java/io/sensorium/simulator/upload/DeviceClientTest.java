package io.sensorium.simulator.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceClientTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Duration> pauses = new ArrayList<>();
  private FakeServer server;
  private DeviceClient client;

  @BeforeEach
  void enrol() throws IOException {
    server = new FakeServer();
    client =
        DeviceClient.of(http, server.uri())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .pause(pauses::add)
            .attempts(3)
            .enrol("application", "secret");
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void aBatchArrivesAsTheDeviceApiHasIt() {
    var receipt = client.upload(new Upload("batch-1", signals()));

    assertThat(server.batches())
        .containsExactly(
            """
            {"batch_id":"batch-1","sent_at":"2026-03-02T08:00:00Z",\
            "fixes":[{"time":1772436672250,"lat":51.0500000,"lon":3.7200001,"accuracy":5.000,\
            "altitude":12.00,"speed":13.900,"bearing":92.50,"uptime_ms":1234,"provider":"gps"},\
            {"time":"2026-03-02T07:31:13.250001Z","lat":51.0500000,"lon":3.7200000,\
            "accuracy":9.000,"provider":"unknown"}],\
            "motion":[{"start":1772436672250,"rate_hz":25.0,"acceleration":[[0.1,0.2,9.8]],\
            "rotation":[[0.0,0.0,0.1]]}],\
            "activity":[{"time":1772436672250,"type":"in_vehicle","confidence":0.9}],\
            "phone":[{"time":1772436672250,"screen":"on","call":"none","battery":0.8,\
            "charging":false}],\
            "steps":[{"start":1772436672250,"end":1772436732250,"count":104}]}""");
    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.rejected()).containsExactly(new Receipt.Rejection("fixes", 3, "lat"));
    assertThat(receipt.duplicate()).isFalse();
  }

  @Test
  void aBusyServerIsAskedAgainAfterTheTimeItNames() {
    server.refuseNext(503, 429);

    client.upload(new Upload("batch-1", signals()));

    assertThat(server.batches()).hasSize(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
  }

  @Test
  void aServerThatStaysBusyIsGivenUp() {
    server.refuseNext(503, 503, 503);

    assertThatThrownBy(() -> client.upload(new Upload("batch-1", signals())))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("503");
    assertThat(pauses).hasSize(2);
  }

  @Test
  void anExpiredTokenIsReplacedOnce() {
    server.expireToken();

    client.upload(new Upload("batch-1", signals()));

    assertThat(server.batches()).hasSize(1);
    assertThat(client.enrolment().token()).isEqualTo("token-2");
    assertThat(client.enrolment().toString()).doesNotContain("token-2");
  }

  @Test
  void aServerThatIsAwayIsGivenUpAfterAFewTries() {
    server.close();

    assertThatThrownBy(() -> client.upload(new Upload("batch-1", signals())))
        .isInstanceOf(UploadException.class)
        .hasMessageContaining("no answer");
    assertThat(pauses).hasSize(2);
  }

  private static Signals signals() {
    var time = Instant.parse("2026-03-02T07:31:12.250Z");
    var gps =
        new GpsFix(
            time,
            new LatLon(51.05, 3.7200001),
            5.0,
            12.0,
            13.9,
            92.5,
            1_234L,
            LocationProvider.GPS);
    var bare = GpsFix.at(time.plusNanos(1_000_001_000), new LatLon(51.05, 3.72), 9);
    var motion =
        new MotionChunk(time, 25, new float[] {0.1f, 0.2f, 9.8f}, new float[] {0, 0, 0.1f});
    return new Signals(
        FixTrack.of(List.of(gps, bare)),
        List.of(motion),
        List.of(new ActivitySample(time, ActivityType.IN_VEHICLE, 0.9)),
        List.of(new PhoneState(time, true, PhoneState.CallState.NONE, null, 0.8, false, null)),
        List.of(new StepCount(time, time.plusSeconds(60), 104)));
  }
}
