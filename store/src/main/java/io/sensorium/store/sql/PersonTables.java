package io.sensorium.store.sql;

import java.util.List;

/**
 * Where the mobility database holds something of a person; a new table needs a line here, and a
 * place in the archive that people get.
 */
public final class PersonTables {

  /** Tables with a column {@code user_id}. */
  public static final List<String> BY_USER =
      List.of(
          "inbox",
          "parked",
          "blocks",
          "heads",
          "snapshots",
          "events",
          "paths",
          "retired_events",
          "corrections",
          "drives",
          "car_behavior",
          "period_scores",
          "segments",
          "location_clusters",
          "moments",
          "anomalies",
          "notifications",
          "deliveries",
          "followers");

  /** Tables that know people by their installs only. */
  public static final List<String> BY_INSTALL = List.of("batches");

  private PersonTables() {}
}
