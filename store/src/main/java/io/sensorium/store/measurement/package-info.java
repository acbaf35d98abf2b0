/** The series of data sources: appended, corrected, deleted and read. */
@NullMarked
package io.sensorium.store.measurement;

import org.jspecify.annotations.NullMarked;
