package io.sensorium.store.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.store.sensing.Removals.RemovedGateway;
import io.sensorium.store.sensing.Removals.RemovedSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of removals does. */
public abstract class RemovalsContract extends SensingContract {

  @Test
  void whatIsRemovedIsToldUntilItIsForgotten() {
    var gateway = gateway("10000000");
    var sensor = sensor(gateway, "aa00bb01");
    var first = source(sensor, "temp");
    var second = source(sensor, "humi");
    devices.deleteGateway(gateway.id());

    reopen();

    assertThat(removals.list(10))
        .containsExactlyInAnyOrder(
            new RemovedGateway(gateway.id()),
            new RemovedSource(first.id()),
            new RemovedSource(second.id()));
    assertThat(removals.list(1)).hasSize(1);

    removals.forget(List.of(new RemovedSource(first.id()), new RemovedGateway(gateway.id())));

    assertThat(removals.list(10)).containsExactly(new RemovedSource(second.id()));
  }

  @Test
  void whatWasNeverRemovedMayBeForgotten() {
    var source = source(sensor(gateway("10000000"), "aa00bb01"), "temp");

    removals.forget(List.of(new RemovedSource(source.id())));

    assertThat(removals.list(10)).isEmpty();
  }
}
