package io.sensorium.atlas.tiles;

import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts features into the tiles that they lie in, zoom by zoom, and simplifies them for each. */
final class FeatureCutter {
  /*
   * A trail is simplified and rounded once for a zoom and then cut, so that neighbouring tiles hold
   * the same points on both sides of their border. It is cut into columns first, and each column
   * into its tiles: large areas cost no more than their points and tiles.
   */

  /** How far beyond its border a tile shows lines and areas, so that strokes end unseen. */
  static final int BUFFER_UNITS = 8 * TileGrid.UNITS_PER_PIXEL;

  /** Half a pixel; at the last zoom, which is enlarged, half a unit. */
  private static final double TOLERANCE_UNITS = TileGrid.UNITS_PER_PIXEL / 2.0;

  private static final double LAST_TOLERANCE_UNITS = 0.5;

  /** Areas of fewer pixels are not drawn, but for the last zoom. */
  private static final long LEAST_SQUARE_UNITS =
      2L * TileGrid.UNITS_PER_PIXEL * TileGrid.UNITS_PER_PIXEL;

  private final FeatureSorter sorter;
  private final Simplifier simplifier = new Simplifier();
  private double[] x = {};
  private double[] y = {};

  FeatureCutter(FeatureSorter sorter) {
    this.sorter = sorter;
  }

  void point(Feature feature, int latitudeE7, int longitudeE7) throws IOException {
    for (int zoom = feature.minZoom(); zoom <= TileGrid.MAX_ZOOM; zoom++) {
      double around = TileGrid.unitsAround(zoom);
      int pointX = (int) Math.min(around - 1, TileGrid.x(longitudeE7) * around);
      int pointY = (int) Math.clamp(TileGrid.y(latitudeE7) * around, 0.0, around - 1);
      var place = new Place(feature, zoom);
      int column = Math.floorDiv(pointX, TileGrid.EXTENT);
      int row = Math.floorDiv(pointY, TileGrid.EXTENT);
      var code = place.code(column, row).point(pointX, pointY);
      place.add(column, row, GeometryCode.POINT, code);
    }
  }

  void line(Feature feature, Line line) throws IOException {
    int size = line.size();
    if (size < 2) {
      return;
    }
    project(line);
    for (int zoom = feature.minZoom(); zoom <= TileGrid.MAX_ZOOM; zoom++) {
      var trail = simplified(size, zoom);
      if (trail.size() >= 2) {
        cutLine(new Place(feature, zoom), trail);
      }
    }
  }

  void area(Feature feature, Outline outline) throws IOException {
    for (var polygon : Polygon.of(outline)) {
      for (int zoom = TileGrid.MAX_ZOOM; zoom >= feature.minZoom(); zoom--) {
        var outer = ring(polygon.outer(), zoom, false);
        if (outer.size() < 4) {
          break; // too small for smaller zooms too
        }
        var holes = new ArrayList<Trail>();
        for (var hole : polygon.holes()) {
          var ring = ring(hole, zoom, true);
          if (ring.size() >= 4) {
            holes.add(ring);
          }
        }
        cutArea(new Place(feature, zoom), outer, holes);
      }
    }
  }

  /** A ring at a zoom; empty when it is too small to be seen. */
  private Trail ring(Line line, int zoom, boolean isHole) {
    project(line);
    var trail = simplified(line.size(), zoom);
    long doubleArea = trail.doubleArea();
    long least = zoom == TileGrid.MAX_ZOOM ? 1 : 2 * LEAST_SQUARE_UNITS;
    if (trail.size() < 4 || Math.abs(doubleArea) < least) {
      return new Trail(0);
    }
    return doubleArea > 0 == isHole ? trail.reversed() : trail;
  }

  private void project(Line line) {
    if (x.length < line.size()) {
      x = new double[2 * line.size()];
      y = new double[2 * line.size()];
    }
    for (int i = 0; i < line.size(); i++) {
      x[i] = TileGrid.x(line.longitudeE7(i));
      y[i] = TileGrid.y(line.latitudeE7(i));
    }
  }

  private Trail simplified(int size, int zoom) {
    double around = TileGrid.unitsAround(zoom);
    double tolerance = zoom == TileGrid.MAX_ZOOM ? LAST_TOLERANCE_UNITS : TOLERANCE_UNITS;
    var kept = simplifier.kept(x, y, size, tolerance / around);
    var trail = new Trail(kept.cardinality());
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      trail.add((int) Math.round(x[i] * around), (int) Math.round(y[i] * around));
    }
    return trail;
  }

  private static void cutLine(Place place, Trail line) throws IOException {
    for (int column = place.first(line, 0); column <= place.last(line, 0); column++) {
      for (var strip : Clip.line(line, 0, least(column), most(column))) {
        for (int row = place.first(strip, 1); row <= place.last(strip, 1); row++) {
          var code = place.code(column, row);
          var parts = Clip.line(strip, 1, least(row), most(row));
          parts.forEach(code::line);
          if (!parts.isEmpty()) {
            place.add(column, row, GeometryCode.LINE, code);
          }
        }
      }
    }
  }

  private static void cutArea(Place place, Trail outer, List<Trail> holes) throws IOException {
    for (int column = place.first(outer, 0); column <= place.last(outer, 0); column++) {
      var strip = Clip.ring(outer, 0, least(column), most(column));
      if (strip.doubleArea() == 0) {
        continue;
      }
      var stripHoles = clipped(holes, 0, column);
      for (int row = place.first(strip, 1); row <= place.last(strip, 1); row++) {
        var ring = Clip.ring(strip, 1, least(row), most(row));
        if (ring.doubleArea() != 0) {
          var code = place.code(column, row).ring(ring);
          clipped(stripHoles, 1, row).forEach(code::ring);
          place.add(column, row, GeometryCode.POLYGON, code);
        }
      }
    }
  }

  private static List<Trail> clipped(List<Trail> rings, int axis, int number) {
    var clipped = new ArrayList<Trail>();
    for (var ring : rings) {
      var part = Clip.ring(ring, axis, least(number), most(number));
      if (part.doubleArea() != 0) {
        clipped.add(part);
      }
    }
    return clipped;
  }

  private static int least(int number) {
    return number * TileGrid.EXTENT - BUFFER_UNITS;
  }

  private static int most(int number) {
    return (number + 1) * TileGrid.EXTENT + BUFFER_UNITS;
  }

  /** A feature at a zoom, on its way into tiles. */
  private final class Place {

    private final Feature feature;
    private final int zoom;
    private final byte[] attributes;

    Place(Feature feature, int zoom) {
      this.feature = feature;
      this.zoom = zoom;
      this.attributes = TileFeature.encodeAttributes(feature.attributes(), zoom);
    }

    /** The first column or row that a trail touches. */
    int first(Trail trail, int axis) {
      return Math.max(0, Math.floorDiv(trail.least(axis) - BUFFER_UNITS, TileGrid.EXTENT));
    }

    /** The last column or row that a trail touches. */
    int last(Trail trail, int axis) {
      int last = (1 << zoom) - 1;
      return Math.min(last, Math.floorDiv(trail.most(axis) + BUFFER_UNITS, TileGrid.EXTENT));
    }

    GeometryCode code(int column, int row) {
      return new GeometryCode(column * TileGrid.EXTENT, row * TileGrid.EXTENT);
    }

    void add(int column, int row, int type, GeometryCode code) throws IOException {
      sorter.add(
          TileId.of(zoom, column, row),
          feature.layer(),
          feature.rank(),
          TileFeature.encode(type, attributes, code.toBytes()));
    }
  }
}
