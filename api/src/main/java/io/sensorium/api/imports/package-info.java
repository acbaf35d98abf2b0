/** Files of tracks that are taken into a person's history: the calls of phones and operators. */
@NullMarked
package io.sensorium.api.imports;

import org.jspecify.annotations.NullMarked;
