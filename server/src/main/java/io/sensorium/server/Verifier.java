package io.sensorium.server;

import io.sensorium.api.admin.Operations;
import io.sensorium.engine.flow.Derivation;
import io.sensorium.engine.flow.Verification;
import io.sensorium.engine.sensing.AlarmVerification;
import io.sensorium.store.sql.Store;
import java.util.ArrayList;

/** Checks all bytes, then the logs of all alarms, then all timelines. */
final class Verifier {

  private static final double BYTES_SHARE_RATIO = 0.2;

  private final Store store;
  private final Verification verification;
  private final AlarmVerification alarms;

  Verifier(Store store, Derivation derivation) {
    this.store = store;
    this.verification =
        new Verification(store.archive(), store.folds(), store.corrections(), derivation);
    this.alarms = new AlarmVerification(store.measurements(), store.alarmTracks());
  }

  Operations.Verification verify(Progress progress) {
    var findings = new ArrayList<String>();
    progress.show(0, "checksums");
    store
        .checkIntegrity(_ -> {})
        .forEach(f -> findings.add(f.table() + " " + f.key() + ": " + f.problem()));
    progress.show(BYTES_SHARE_RATIO / 2, "alarms");
    var logs = alarms.verify();
    findings.addAll(logs.differences());
    var users = store.folds().listUsers();
    long compared = 0;
    long otherBasis = 0;
    for (int i = 0; i < users.size(); i++) {
      var report = verification.verify(users.get(i));
      compared += report.compared();
      otherBasis += report.otherBasis();
      report.differences().forEach(d -> findings.add("user " + report.user() + ": " + d));
      progress.show(
          BYTES_SHARE_RATIO + (1 - BYTES_SHARE_RATIO) * (i + 1) / users.size(), "timelines");
    }
    return new Operations.Verification(
        users.size(), compared, otherBasis, logs.compared(), logs.notCompared(), findings);
  }
}
