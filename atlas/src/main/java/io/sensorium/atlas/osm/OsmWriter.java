package io.sensorium.atlas.osm;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;

/**
 * Writes {@code .osm.pbf} files: nodes in columns, then ways, then relations, each in the order in
 * which they were added. All is held in memory until then: it serves maps of a town's size.
 *
 * <p>The format is OpenStreetMap's "PBF Format", version 0.6. The same elements give the same
 * bytes.
 */
public final class OsmWriter {

  private static final Instant MADE_AT = Instant.parse("2026-01-31T00:00:00Z");
  private static final int ELEMENTS_PER_BLOCK = 8_000;
  private static final double E7 = 1e7;

  private record Node(long id, double latitudeDeg, double longitudeDeg, Map<String, String> tags) {}

  private record Way(long id, List<Long> nodes, Map<String, String> tags) {}

  /** A member of a relation. */
  public record Member(ElementType type, long id, String role) {}

  private record Relation(long id, List<Member> members, Map<String, String> tags) {}

  private final List<Node> nodes = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  /** Adds a node without tags. */
  public OsmWriter node(long id, double latitudeDeg, double longitudeDeg) {
    return node(id, latitudeDeg, longitudeDeg, Map.of());
  }

  /** Adds a node; its place is kept to 1e-7 degrees. */
  public OsmWriter node(
      long id, double latitudeDeg, double longitudeDeg, Map<String, String> tags) {
    nodes.add(new Node(id, latitudeDeg, longitudeDeg, tags));
    return this;
  }

  /** Adds a way along nodes. */
  public OsmWriter way(long id, Map<String, String> tags, Long... nodeIds) {
    ways.add(new Way(id, List.of(nodeIds), tags));
    return this;
  }

  /** Adds a relation. */
  public OsmWriter relation(long id, Map<String, String> tags, Member... members) {
    relations.add(new Relation(id, List.of(members), tags));
    return this;
  }

  /** Writes the file, in the place of any that is there; returns it. */
  public Path write(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      writeBlob(out, "OSMHeader", header());
      writeBlocks(out, nodes, (some, block) -> block.group(dense(some, block)));
      writeBlocks(out, ways, (some, block) -> block.group(group(3, some, it -> way(it, block))));
      writeBlocks(
          out, relations, (some, block) -> block.group(group(4, some, it -> relation(it, block))));
    }
    return file;
  }

  private static byte[] header() {
    var header = new WireMessage();
    header.text(4, "OsmSchema-V0.6").text(4, "DenseNodes");
    header.number(32, MADE_AT.getEpochSecond());
    return header.toBytes();
  }

  private static <T> void writeBlocks(
      DataOutputStream out, List<T> elements, BiConsumer<List<T>, StringBlock> fill)
      throws IOException {
    for (int from = 0; from < elements.size(); from += ELEMENTS_PER_BLOCK) {
      var block = new StringBlock();
      fill.accept(
          elements.subList(from, Math.min(elements.size(), from + ELEMENTS_PER_BLOCK)), block);
      writeBlob(out, "OSMData", block.toBytes());
    }
  }

  private interface Encoder<T> {
    WireMessage encode(T element);
  }

  private static <T> WireMessage group(int field, List<T> elements, Encoder<T> encoder) {
    var group = new WireMessage();
    elements.forEach(element -> group.message(field, encoder.encode(element)));
    return group;
  }

  private static WireMessage dense(List<Node> nodes, StringBlock block) {
    var ids = new WireMessage();
    var latitudes = new WireMessage();
    var longitudes = new WireMessage();
    var tags = new WireMessage();
    long lastId = 0;
    long lastLatitude = 0;
    long lastLongitude = 0;
    for (var node : nodes) {
      long latitude = Math.round(node.latitudeDeg * E7);
      long longitude = Math.round(node.longitudeDeg * E7);
      ids.signed(node.id - lastId);
      latitudes.signed(latitude - lastLatitude);
      longitudes.signed(longitude - lastLongitude);
      new TreeMap<>(node.tags)
          .forEach((key, value) -> tags.varint(block.numberOf(key)).varint(block.numberOf(value)));
      tags.varint(0);
      lastId = node.id;
      lastLatitude = latitude;
      lastLongitude = longitude;
    }
    var dense =
        new WireMessage()
            .message(1, ids)
            .message(8, latitudes)
            .message(9, longitudes)
            .message(10, tags);
    return new WireMessage().message(2, dense);
  }

  private static WireMessage way(Way way, StringBlock block) {
    var refs = new WireMessage();
    long last = 0;
    for (long id : way.nodes) {
      refs.signed(id - last);
      last = id;
    }
    return tagged(way.id, way.tags, block).message(8, refs);
  }

  private static WireMessage relation(Relation relation, StringBlock block) {
    var roles = new WireMessage();
    var ids = new WireMessage();
    var types = new WireMessage();
    long last = 0;
    for (var member : relation.members) {
      roles.varint(block.numberOf(member.role));
      ids.signed(member.id - last);
      types.varint(member.type.ordinal());
      last = member.id;
    }
    return tagged(relation.id, relation.tags, block)
        .message(8, roles)
        .message(9, ids)
        .message(10, types);
  }

  private static WireMessage tagged(long id, Map<String, String> tags, StringBlock block) {
    var keys = new WireMessage();
    var values = new WireMessage();
    new TreeMap<>(tags)
        .forEach(
            (key, value) -> {
              keys.varint(block.numberOf(key));
              values.varint(block.numberOf(value));
            });
    return new WireMessage().number(1, id).message(2, keys).message(3, values);
  }

  private static void writeBlob(DataOutputStream out, String type, byte[] content)
      throws IOException {
    var blob = new WireMessage().number(2, content.length).bytes(3, deflated(content)).toBytes();
    var head = new WireMessage().text(1, type).number(3, blob.length).toBytes();
    out.writeInt(head.length);
    out.write(head);
    out.write(blob);
  }

  private static byte[] deflated(byte[] content) {
    try (var deflater = new Deflater()) {
      deflater.setInput(content);
      deflater.finish();
      var packed = new byte[content.length + content.length / 8 + 64];
      int length = deflater.deflate(packed);
      if (!deflater.finished()) {
        throw new UncheckedIOException(new IOException("a block did not fit when packed"));
      }
      return Arrays.copyOf(packed, length);
    }
  }
}
