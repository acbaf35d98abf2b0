package io.sensorium.store.sql;

/** The databases of a server. No transaction spans two. */
final class Schemas {

  static final String ACCOUNTS = "accounts";
  static final String MOBILITY = "mobility";

  private Schemas() {}

  /** Where the migrations of a database lie on the class path. */
  static String location(String schema) {
    return "classpath:io/sensorium/store/sql/" + schema;
  }
}
