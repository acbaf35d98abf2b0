package io.sensorium.atlas.osm;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.LongConsumer;

/**
 * An {@code .osm.pbf} file, which can be read as often as need be.
 *
 * <p>Reading throws {@link MapFileException} when the file is cut off or is not such a file, and
 * {@link IOException} when the disk fails. One block is in memory at a time.
 */
public final class OsmFile {
  /*
   * A file is a row of blocks: length of a header, header (type and length), content. The content
   * is packed; unpacked it is a message in protocol buffers' wire format.
   * https://wiki.openstreetmap.org/wiki/PBF_Format
   */

  private static final int MAX_HEADER_BYTES = 64 << 10;

  private final Path file;
  private final FileHeader header;

  private OsmFile(Path file, FileHeader header) {
    this.file = file;
    this.header = header;
  }

  /** Opens a file and reads what it says of itself. */
  public static OsmFile open(Path file) throws IOException {
    try (var blocks = new Blocks(file)) {
      if (!blocks.next() || !blocks.type.equals("OSMHeader")) {
        throw new MapFileException(file + " is not an .osm.pbf file");
      }
      return new OsmFile(file, FileHeader.parse(Blob.unpack(blocks.content)));
    } catch (MapFileException e) {
      throw named(file, e);
    }
  }

  public Path path() {
    return file;
  }

  public FileHeader header() {
    return header;
  }

  public long sizeBytes() throws IOException {
    return Files.size(file);
  }

  /**
   * Reads the file from its begin to its end.
   *
   * @param wanted other elements are passed over
   * @param readBytes is told how far reading has come
   */
  public void read(EnumSet<ElementType> wanted, OsmVisitor visitor, LongConsumer readBytes)
      throws IOException {
    try (var blocks = new Blocks(file)) {
      while (blocks.next()) {
        if (blocks.type.equals("OSMData")) {
          new Block(Blob.unpack(blocks.content), wanted, visitor).show();
        }
        readBytes.accept(blocks.readBytes);
      }
    } catch (MapFileException e) {
      throw named(file, e);
    }
  }

  private static MapFileException named(Path file, MapFileException e) {
    var message = String.valueOf(e.getMessage());
    return message.startsWith(file.toString()) ? e : new MapFileException(file + ": " + message);
  }

  /** Reads block after block. */
  private static final class Blocks implements AutoCloseable {

    private final Path file;
    private final DataInputStream in;
    private String type = "";
    private byte[] content = {};
    private long readBytes;

    Blocks(Path file) throws IOException {
      this.file = file;
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    boolean next() throws IOException {
      int first = in.read();
      if (first < 0) {
        return false;
      }
      try {
        int headerBytes = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (headerBytes <= 0 || headerBytes > MAX_HEADER_BYTES) {
          throw new MapFileException(file + " is not an .osm.pbf file");
        }
        int contentBytes = readHeader(readFully(headerBytes));
        content = readFully(contentBytes);
        readBytes += Integer.BYTES + headerBytes + contentBytes;
        return true;
      } catch (EOFException e) {
        throw new MapFileException(
            file + " ends inside a block that begins at byte " + readBytes + ": it is not whole");
      }
    }

    private byte[] readFully(int byteCount) throws IOException {
      var bytes = in.readNBytes(byteCount);
      if (bytes.length < byteCount) {
        throw new EOFException();
      }
      return bytes;
    }

    private int readHeader(byte[] bytes) {
      var wire = new Wire(bytes, 0, bytes.length);
      int contentBytes = -1;
      type = "";
      while (wire.hasMore()) {
        switch (wire.nextField()) {
          case 1 -> type = wire.text();
          case 3 -> contentBytes = wire.int32();
          default -> wire.skip();
        }
      }
      if (contentBytes < 0 || contentBytes > Blob.MAX_BYTES) {
        throw new MapFileException(file + " is not an .osm.pbf file");
      }
      return contentBytes;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
