package io.sensorium.atlas.region;

import io.sensorium.atlas.osm.OsmFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One kind of knowledge that is drawn from a map's file, such as its roads.
 *
 * <p>A layer writes files of its own, whose names begin with its name, into the directory of a
 * region. Once written they never change; serving opens them, mapped into memory rather than read.
 *
 * @param <T> what answers questions from the files; safe for use by many threads
 */
public interface MapLayer<T> {

  /** A short name for files and messages, such as {@code roads}. */
  String name();

  /** The format of the files; raise it when they change, so that older ones are not opened. */
  int format();

  /** The fields of answers that are null where no map has this layer. */
  List<String> answers();

  /** The class of what {@link #open} returns. */
  Class<T> type();

  /**
   * Draws the layer from a file.
   *
   * @throws io.sensorium.atlas.osm.MapFileException when the file cannot be read as a map
   */
  void build(OsmFile source, Path directory, ImportProgress progress) throws IOException;

  /** Opens what {@link #build} wrote with the same {@link #format}. */
  T open(Path directory) throws IOException;
}
