/**
 * Connections, the one writer with its group commit, readers and migrations, on SQLite and
 * PostgreSQL; for the packages of the store alone.
 */
@NullMarked
package io.sensorium.store.database;

import org.jspecify.annotations.NullMarked;
