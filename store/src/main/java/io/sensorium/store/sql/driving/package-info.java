/** How people drive, as rows. */
@NullMarked
package io.sensorium.store.sql.driving;

import org.jspecify.annotations.NullMarked;
