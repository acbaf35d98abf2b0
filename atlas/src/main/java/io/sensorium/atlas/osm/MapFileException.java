package io.sensorium.atlas.osm;

/** A file is not a whole OpenStreetMap file that can be read here; the message says why. */
public final class MapFileException extends RuntimeException {

  /** Says what is wrong with the file. */
  public MapFileException(String message) {
    super(message);
  }
}
