/** Names of countries and cities, with or without a map of the region. */
@NullMarked
package io.sensorium.atlas.gazetteer;

import org.jspecify.annotations.NullMarked;
