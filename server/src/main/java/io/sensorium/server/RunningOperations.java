package io.sensorium.server;

import io.sensorium.api.admin.AtlasStatus;
import io.sensorium.api.admin.Operations;
import io.sensorium.api.admin.ParkedStatus;
import io.sensorium.api.admin.ServerStatus;
import io.sensorium.api.common.CertificateStatus;
import io.sensorium.atlas.region.Atlas;
import io.sensorium.engine.Engine;
import io.sensorium.engine.flow.Derivation;
import io.sensorium.engine.sensing.SensingEngine;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The operator's calls on the running server. */
final class RunningOperations implements Operations {

  private final Store store;
  private final Engine engine;
  private final SensingEngine sensing;
  private final Derivation derivation;
  private final Atlas atlas;
  private final Supplier<Optional<CertificateStatus>> certificate;
  private final Path directory;
  private final Clock clock;
  private final Instant startedAt;

  RunningOperations(
      Store store,
      Engine engine,
      SensingEngine sensing,
      Derivation derivation,
      Atlas atlas,
      Supplier<Optional<CertificateStatus>> certificate,
      Path directory,
      Clock clock) {
    this.sensing = sensing;
    this.store = store;
    this.engine = engine;
    this.derivation = derivation;
    this.atlas = atlas;
    this.certificate = certificate;
    this.directory = directory;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  @Override
  public ServerStatus status() {
    var engineStatus = engine.status();
    return new ServerStatus(
        Version.current(),
        store.inbox().status(),
        engineStatus.position(),
        engineStatus.lag() + sensing.lag(),
        engineStatus.pendingKeys(),
        engineStatus.parked(),
        engineStatus.tripsToRenew(),
        engineStatus.renewedTrips(),
        store.status().kind(),
        store.sizeBytes(),
        store.measurements().status(),
        ParkedStatus.of(store.outbox().notifications().listParked()),
        ParkedStatus.of(store.timelineOutbox().notifications().listParked()),
        atlasStatus(),
        certificate.get().orElse(null),
        Duration.between(startedAt, clock.instant()));
  }

  /* The workers pause, so that no timeline changes while it is compared. */
  @Override
  public Verification verify() {
    return engine.whilePaused(() -> new Verifier(store, derivation).verify((_, _) -> {}));
  }

  @Override
  public AtlasStatus reloadMaps() {
    if (atlas.reload()) {
      engine.mapChanged();
    }
    return atlasStatus();
  }

  private AtlasStatus atlasStatus() {
    return Maps.status(derivation.zones().version(), atlas);
  }

  @Override
  public void backup(String target) {
    var path = Path.of(target);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("must be an absolute path");
    }
    Backup.write(store, directory, path);
  }
}
