/** Silences, low batteries and habits of sensors in tables. */
@NullMarked
package io.sensorium.store.sql.contact;

import org.jspecify.annotations.NullMarked;
