/** The one implementation of the ports: SQL that SQLite and PostgreSQL both understand. */
@NullMarked
package io.sensorium.store.sql;

import org.jspecify.annotations.NullMarked;
