package io.sensorium.server;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sensorium.engine.Engine;
import io.sensorium.intake.mqtt.MqttIntake;
import io.sensorium.store.sql.Store;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;

/** What the server tells of itself besides its HTTP requests; looked up when somebody asks. */
final class ServerMetrics {

  private final Engine engine;
  private final Store store;

  ServerMetrics(Engine engine, Store store) {
    this.engine = engine;
    this.store = store;
  }

  void register(PrometheusRegistry registry) {
    gauge(
        registry,
        "sensorium_inbox_entries",
        "Accepted batches that wait to be folded",
        () -> store.inbox().status().entries());
    gauge(
        registry,
        "sensorium_inbox_bytes",
        "Their size in bytes",
        () -> store.inbox().status().bytes());
    gauge(
        registry,
        "sensorium_engine_lag",
        "Accepted batches that the engine is behind",
        () -> engine.status().lag());
    gauge(
        registry,
        "sensorium_engine_pending_users",
        "Users with something to be folded",
        () -> engine.status().pendingKeys());
    gauge(
        registry,
        "sensorium_engine_parked",
        "Inputs that could not be folded",
        () -> engine.status().parked());
    gauge(registry, "sensorium_engine_steps", "Steps since the start", engine::stepCount);
    var work = engine.workCounts();
    gauge(
        registry,
        "sensorium_engine_folded_fixes",
        "Fixes folded since the start, those folded again included",
        work::foldedFixes);
    gauge(
        registry,
        "sensorium_engine_derived_trips",
        "Trips split into legs since the start",
        work::derivedTrips);
    gauge(registry, "sensorium_engine_derived_fixes", "Fixes of those trips", work::derivedFixes);
    gauge(
        registry,
        "sensorium_measurements_waiting_rows",
        "Measurements on disk that are not in blocks yet",
        () -> store.measurements().status().waitingRows());
    gauge(
        registry,
        "sensorium_measurements_block_bytes",
        "Size of the blocks of measurements in bytes",
        () -> store.measurements().status().blockBytes());
    gauge(registry, "sensorium_store_bytes", "Size of the databases in bytes", store::sizeBytes);
    var memory = ManagementFactory.getMemoryMXBean();
    gauge(
        registry,
        "sensorium_heap_used_bytes",
        "Java heap in use",
        () -> memory.getHeapMemoryUsage().getUsed());
    var runtime = ManagementFactory.getRuntimeMXBean();
    gauge(
        registry,
        "sensorium_uptime_seconds",
        "Time since the start",
        () -> runtime.getUptime() / 1e3);
  }

  /** What came by MQTT, where it is on. */
  static void register(PrometheusRegistry registry, MqttIntake mqtt) {
    gauge(
        registry,
        "sensorium_mqtt_connected",
        "Whether the broker is there",
        () -> mqtt.isConnected() ? 1 : 0);
    var counts = mqtt.counts();
    CounterWithCallback.builder()
        .name("sensorium_mqtt_messages_total")
        .help("Messages by MQTT: taken; refused in whole or in part; failed; delayed for room")
        .labelNames("outcome")
        .callback(
            callback -> {
              callback.call((double) counts.taken(), "taken");
              callback.call((double) counts.refused(), "refused");
              callback.call((double) counts.failed(), "failed");
              callback.call((double) counts.delayed(), "delayed");
            })
        .register(registry);
  }

  private static void gauge(
      PrometheusRegistry registry, String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }
}
