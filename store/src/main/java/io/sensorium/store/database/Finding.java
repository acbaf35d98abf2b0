package io.sensorium.store.database;

/** Something in a database that is not as it was written. */
public record Finding(String table, String key, String problem) {}
