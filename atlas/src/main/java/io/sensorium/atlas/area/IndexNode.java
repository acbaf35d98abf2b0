package io.sensorium.atlas.area;

import io.sensorium.core.bytes.Blob;
import java.util.List;

/** A square of the index while it is built: a quadtree. */
sealed interface IndexNode {

  /** A square that no border enters, with the numbers of its areas, ascending. */
  record Uniform(List<Integer> areas) implements IndexNode {

    public Uniform {
      areas = List.copyOf(areas);
    }
  }

  /** A square with its borders, as {@link CellWriter} wrote them. */
  record Mixed(Blob cell) implements IndexNode {}

  /** A square cut in four: south-west, south-east, north-west, north-east. */
  record Quartered(List<IndexNode> quarters) implements IndexNode {

    public Quartered {
      quarters = List.copyOf(quarters);
    }
  }
}
