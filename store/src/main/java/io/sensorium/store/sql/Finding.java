package io.sensorium.store.sql;

/** Something in a database that is not as it was written. */
public record Finding(String table, String key, String problem) {}
