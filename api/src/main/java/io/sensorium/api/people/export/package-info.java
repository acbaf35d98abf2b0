/** Everything held of a person, as one archive of files that people and programs can read. */
@NullMarked
package io.sensorium.api.people.export;

import org.jspecify.annotations.NullMarked;
