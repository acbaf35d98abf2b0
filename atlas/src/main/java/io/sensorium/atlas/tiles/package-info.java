/**
 * The base map: vector tiles that are drawn from a map's file, kept in one archive a region.
 *
 * <p>Tiles are Mapbox Vector Tiles 2.1, archives are PMTiles 3. The layers of the tiles and their
 * attributes are written down in docs/operations/base-map.md.
 */
@NullMarked
package io.sensorium.atlas.tiles;

import org.jspecify.annotations.NullMarked;
