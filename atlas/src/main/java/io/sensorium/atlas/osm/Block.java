package io.sensorium.atlas.osm;

import java.util.Arrays;
import java.util.EnumSet;

/** Shows a visitor the elements of one block of a file. */
final class Block {

  private static final int STRING_TABLE = 1;
  private static final int GROUP = 2;
  private static final int GRANULARITY = 17;
  private static final int LATITUDE_OFFSET = 19;
  private static final int LONGITUDE_OFFSET = 20;

  private static final int NODES = 1;
  private static final int DENSE_NODES = 2;
  private static final int WAYS = 3;
  private static final int RELATIONS = 4;

  /** Of a step of the file's coordinates; 100 makes them degrees times 10^7. */
  private static final int NANODEG_PER_E7 = 100;

  private final byte[] bytes;
  private final EnumSet<ElementType> wanted;
  private final OsmVisitor visitor;
  private final Tags tags = new Tags();
  private final Members members = new Members();
  private String[] strings = {};
  private long[] nodeIds = new long[64];
  private long granularity = NANODEG_PER_E7;
  private long latitudeOffset;
  private long longitudeOffset;

  Block(byte[] bytes, EnumSet<ElementType> wanted, OsmVisitor visitor) {
    this.bytes = bytes;
    this.wanted = wanted;
    this.visitor = visitor;
  }

  /* The fields after the groups hold for the groups, so the message is read twice. */
  void show() {
    var head = new Wire(bytes, 0, bytes.length);
    while (head.hasMore()) {
      switch (head.nextField()) {
        case STRING_TABLE -> readStrings(head.message());
        case GRANULARITY -> granularity = head.int32();
        case LATITUDE_OFFSET -> latitudeOffset = head.varint();
        case LONGITUDE_OFFSET -> longitudeOffset = head.varint();
        default -> head.skip();
      }
    }
    var wire = new Wire(bytes, 0, bytes.length);
    while (wire.hasMore()) {
      if (wire.nextField() == GROUP) {
        showGroup(wire.message());
      } else {
        wire.skip();
      }
    }
  }

  private void readStrings(Wire wire) {
    var table = new String[256];
    int count = 0;
    while (wire.hasMore()) {
      wire.nextField();
      if (count == table.length) {
        table = Arrays.copyOf(table, 2 * count);
      }
      table[count++] = wire.text();
    }
    strings = Arrays.copyOf(table, count);
  }

  private void showGroup(Wire wire) {
    while (wire.hasMore()) {
      int field = wire.nextField();
      if (field == NODES && wanted.contains(ElementType.NODE)) {
        showNode(wire.message());
      } else if (field == DENSE_NODES && wanted.contains(ElementType.NODE)) {
        new DenseNodes(wire.message()).show();
      } else if (field == WAYS && wanted.contains(ElementType.WAY)) {
        showWay(wire.message());
      } else if (field == RELATIONS && wanted.contains(ElementType.RELATION)) {
        showRelation(wire.message());
      } else {
        wire.skip();
      }
    }
  }

  private void showNode(Wire wire) {
    var element = new Element(wire);
    long latitude = 0;
    long longitude = 0;
    while (wire.hasMore()) {
      switch (wire.nextField()) {
        case 8 -> latitude = wire.signed();
        case 9 -> longitude = wire.signed();
        case 1 -> element.id = wire.signed();
        default -> element.readCommon();
      }
    }
    element.fillTags();
    visitor.node(element.id, e7(latitude, latitudeOffset), e7(longitude, longitudeOffset), tags);
  }

  private void showWay(Wire wire) {
    var element = new Element(wire);
    int count = 0;
    while (wire.hasMore()) {
      switch (wire.nextField()) {
        case 1 -> element.id = wire.varint();
        case 8 -> {
          var refs = wire.message();
          for (long id = 0; refs.hasMore(); count++) {
            id += refs.signed();
            if (count == nodeIds.length) {
              nodeIds = Arrays.copyOf(nodeIds, 2 * count);
            }
            nodeIds[count] = id;
          }
        }
        default -> element.readCommon();
      }
    }
    element.fillTags();
    visitor.way(element.id, nodeIds, count, tags);
  }

  private void showRelation(Wire wire) {
    var element = new Element(wire);
    var roles = wire.another();
    var ids = wire.another();
    var types = wire.another();
    while (wire.hasMore()) {
      switch (wire.nextField()) {
        case 1 -> element.id = wire.varint();
        case 8 -> wire.messageInto(roles);
        case 9 -> wire.messageInto(ids);
        case 10 -> wire.messageInto(types);
        default -> element.readCommon();
      }
    }
    element.fillTags();
    members.reset(strings);
    for (long id = 0; ids.hasMore(); ) {
      id += ids.signed();
      members.add(id, checkedType(types.int32()), checkedString(roles.int32()));
    }
    visitor.relation(element.id, members, tags);
  }

  private static int checkedType(int type) {
    if (type < 0 || type > 2) {
      throw new MapFileException("a member of a relation is of the unknown type " + type);
    }
    return type;
  }

  private int checkedString(int number) {
    if (number < 0 || number >= strings.length) {
      throw new MapFileException("a string is missing in a block");
    }
    return number;
  }

  private int e7(long steps, long offset) {
    return (int) ((offset + granularity * steps) / NANODEG_PER_E7);
  }

  /** What nodes, ways and relations have in common. */
  private final class Element {

    private final Wire wire;
    private final Wire keys;
    private final Wire values;
    private long id;

    Element(Wire wire) {
      this.wire = wire;
      this.keys = wire.another();
      this.values = wire.another();
    }

    /** Reads a field whose number {@code nextField} gave last. */
    void readCommon() {
      switch (wire.lastField()) {
        case 2 -> wire.messageInto(keys);
        case 3 -> wire.messageInto(values);
        default -> wire.skip();
      }
    }

    void fillTags() {
      tags.reset(strings);
      while (keys.hasMore()) {
        tags.add(checkedString(keys.int32()), checkedString(values.int32()));
      }
    }
  }

  /** Nodes in columns. */
  private final class DenseNodes {

    private final Wire ids;
    private final Wire latitudes;
    private final Wire longitudes;
    private final Wire tagNumbers;

    DenseNodes(Wire wire) {
      ids = wire.another();
      latitudes = wire.another();
      longitudes = wire.another();
      tagNumbers = wire.another();
      while (wire.hasMore()) {
        switch (wire.nextField()) {
          case 1 -> wire.messageInto(ids);
          case 8 -> wire.messageInto(latitudes);
          case 9 -> wire.messageInto(longitudes);
          case 10 -> wire.messageInto(tagNumbers);
          default -> wire.skip();
        }
      }
    }

    void show() {
      long id = 0;
      long latitude = 0;
      long longitude = 0;
      while (ids.hasMore()) {
        id += ids.signed();
        latitude += latitudes.signed();
        longitude += longitudes.signed();
        tags.reset(strings);
        fillTags();
        visitor.node(id, e7(latitude, latitudeOffset), e7(longitude, longitudeOffset), tags);
      }
    }

    private void fillTags() {
      while (tagNumbers.hasMore()) {
        int key = tagNumbers.int32();
        if (key == 0) {
          return;
        }
        tags.add(checkedString(key), checkedString(tagNumbers.int32()));
      }
    }
  }
}
