package io.sensorium.intake.measurements;

import org.jspecify.annotations.Nullable;

/**
 * A data source as one gateway names it. It remembers which source that is, so whoever keeps it
 * finds the source without a look-up. Safe for use by many threads.
 */
public final class NamedSource {

  /** Which source the name meant when the inventory had changed so many times. */
  private record Meaning(long changeCount, long id) {}

  private final SourceName name;
  private final SourceHint hint;
  private volatile @Nullable Meaning meaning;

  public NamedSource(SourceName name, SourceHint hint) {
    this.name = name;
    this.hint = hint;
  }

  public SourceName name() {
    return name;
  }

  public SourceHint hint() {
    return hint;
  }

  /** The source's id, or 0 when it is not known at that count of changes. */
  long knownId(long changeCount) {
    var known = meaning;
    return known != null && known.changeCount() == changeCount ? known.id() : 0;
  }

  void remember(long changeCount, long id) {
    meaning = new Meaning(changeCount, id);
  }

  @Override
  public String toString() {
    return name.sensor() + "/" + name.source();
  }
}
