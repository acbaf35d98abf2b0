/**
 * Measurements in SQLite and PostgreSQL: a log of batches, rows in memory that wait to be sealed,
 * and sealed blocks.
 */
@NullMarked
package io.sensorium.store.sql.measurement;

import org.jspecify.annotations.NullMarked;
