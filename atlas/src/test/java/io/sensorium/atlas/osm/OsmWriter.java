package io.sensorium.atlas.osm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** Writes small {@code .osm.pbf} files: nodes in columns, then ways, then relations. */
public final class OsmWriter {

  private record Node(long id, double latitudeDeg, double longitudeDeg, Map<String, String> tags) {}

  private record Way(long id, List<Long> nodes, Map<String, String> tags) {}

  /** A member of a relation. */
  public record Member(ElementType type, long id, String role) {}

  private record Relation(long id, List<Member> members, Map<String, String> tags) {}

  private final List<Node> nodes = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();
  private final List<String> strings = new ArrayList<>(List.of(""));

  public OsmWriter node(long id, double latitudeDeg, double longitudeDeg) {
    return node(id, latitudeDeg, longitudeDeg, Map.of());
  }

  public OsmWriter node(
      long id, double latitudeDeg, double longitudeDeg, Map<String, String> tags) {
    nodes.add(new Node(id, latitudeDeg, longitudeDeg, tags));
    return this;
  }

  public OsmWriter way(long id, Map<String, String> tags, Long... nodeIds) {
    ways.add(new Way(id, List.of(nodeIds), tags));
    return this;
  }

  public OsmWriter relation(long id, Map<String, String> tags, Member... members) {
    relations.add(new Relation(id, List.of(members), tags));
    return this;
  }

  public Path write(Path file) throws IOException {
    var out = new ByteArrayOutputStream();
    writeBlob(out, "OSMHeader", header());
    writeBlob(out, "OSMData", data());
    return Files.write(file, out.toByteArray());
  }

  private static byte[] header() {
    var header = new Message();
    header.text(4, "OsmSchema-V0.6").text(4, "DenseNodes");
    header.number(32, Instant.parse("2026-01-31T00:00:00Z").getEpochSecond());
    return header.bytes();
  }

  private byte[] data() {
    var groups = new ArrayList<Message>();
    groups.add(new Message().message(2, dense()));
    var wayGroup = new Message();
    ways.forEach(way -> wayGroup.message(3, message(way)));
    groups.add(wayGroup);
    var relationGroup = new Message();
    relations.forEach(relation -> relationGroup.message(4, message(relation)));
    groups.add(relationGroup);
    var table = new Message();
    strings.forEach(text -> table.text(1, text));
    var block = new Message().message(1, table);
    groups.forEach(group -> block.message(2, group));
    return block.bytes();
  }

  private Message dense() {
    var ids = new Message();
    var latitudes = new Message();
    var longitudes = new Message();
    var tags = new Message();
    long lastId = 0;
    long lastLatitude = 0;
    long lastLongitude = 0;
    for (var node : nodes) {
      long latitude = Math.round(node.latitudeDeg * 1e7);
      long longitude = Math.round(node.longitudeDeg * 1e7);
      ids.signed(node.id - lastId);
      latitudes.signed(latitude - lastLatitude);
      longitudes.signed(longitude - lastLongitude);
      node.tags.forEach((key, value) -> tags.varint(numberOf(key)).varint(numberOf(value)));
      tags.varint(0);
      lastId = node.id;
      lastLatitude = latitude;
      lastLongitude = longitude;
    }
    return new Message()
        .message(1, ids)
        .message(8, latitudes)
        .message(9, longitudes)
        .message(10, tags);
  }

  private Message message(Way way) {
    var refs = new Message();
    long last = 0;
    for (long id : way.nodes) {
      refs.signed(id - last);
      last = id;
    }
    var message = new Message().number(1, way.id);
    addTags(message, way.tags);
    return message.message(8, refs);
  }

  private Message message(Relation relation) {
    var roles = new Message();
    var ids = new Message();
    var types = new Message();
    long last = 0;
    for (var member : relation.members) {
      roles.varint(numberOf(member.role));
      ids.signed(member.id - last);
      types.varint(member.type.ordinal());
      last = member.id;
    }
    var message = new Message().number(1, relation.id);
    addTags(message, relation.tags);
    return message.message(8, roles).message(9, ids).message(10, types);
  }

  private void addTags(Message message, Map<String, String> tags) {
    var keys = new Message();
    var values = new Message();
    tags.forEach(
        (key, value) -> {
          keys.varint(numberOf(key));
          values.varint(numberOf(value));
        });
    message.message(2, keys).message(3, values);
  }

  private long numberOf(String text) {
    int known = strings.indexOf(text);
    if (known >= 0) {
      return known;
    }
    strings.add(text);
    return strings.size() - 1L;
  }

  private static void writeBlob(ByteArrayOutputStream out, String type, byte[] content)
      throws IOException {
    var deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    var packed = new byte[content.length + 64];
    int length = deflater.deflate(packed);
    deflater.end();
    var blob =
        new Message().number(2, content.length).bytes(3, Arrays.copyOf(packed, length)).bytes();
    var head = new Message().text(1, type).number(3, blob.length).bytes();
    var data = new DataOutputStream(out);
    data.writeInt(head.length);
    data.write(head);
    data.write(blob);
  }

  /** A message in protocol buffers' wire format. */
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
      return this;
    }

    Message signed(long value) {
      return varint((value << 1) ^ (value >> 63));
    }

    Message number(int field, long value) {
      return varint((long) field << 3).varint(value);
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2).varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
