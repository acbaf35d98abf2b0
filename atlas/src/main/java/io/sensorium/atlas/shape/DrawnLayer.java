package io.sensorium.atlas.shape;

import io.sensorium.atlas.MappedFile;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.region.ImportProgress;
import io.sensorium.atlas.region.MapLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A layer that a {@link WrittenDrawing} makes, part by part, each in a file of its own.
 *
 * @param <T> what answers questions from the files
 */
public abstract class DrawnLayer<T> implements MapLayer<T> {

  private final String name;
  private final int format;
  private final Class<T> type;
  private final List<String> answers;

  /**
   * A layer.
   *
   * @param format of the files; raise it when they change
   * @param answers the fields of answers that are null where no map has this layer
   */
  protected DrawnLayer(String name, int format, Class<T> type, List<String> answers) {
    this.name = name;
    this.format = format;
    this.type = type;
    this.answers = List.copyOf(answers);
  }

  /** A new drawing, with nothing in it. */
  protected abstract WrittenDrawing<?> drawing();

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int format() {
    return format;
  }

  @Override
  public final List<String> answers() {
    return answers;
  }

  @Override
  public final Class<T> type() {
    return type;
  }

  @Override
  public final void build(OsmFile source, Path directory, ImportProgress progress)
      throws IOException {
    var drawing = drawing();
    Draughtsman.draw(source, drawing, progress);
    drawing.write(part -> file(directory, part));
  }

  /** The bytes of a part, where they lie. */
  protected final ByteBuffer part(Path directory, String part) throws IOException {
    return MappedFile.map(file(directory, part));
  }

  private Path file(Path directory, String part) {
    return directory.resolve(name + "-" + part + ".index");
  }
}
