/** The base map: vector tiles, the style that draws them, and a page that shows both. */
@NullMarked
package io.sensorium.api.basemap;

import org.jspecify.annotations.NullMarked;
