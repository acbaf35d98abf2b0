package io.sensorium.core.signals;

import java.util.List;

/** Accepted items of one person, stream by stream. */
public record Signals(
    FixTrack fixes,
    List<MotionChunk> motion,
    List<ActivitySample> activity,
    List<PhoneState> phone,
    List<StepCount> steps) {

  public static final Signals NONE =
      new Signals(FixTrack.EMPTY, List.of(), List.of(), List.of(), List.of());

  public Signals {
    motion = List.copyOf(motion);
    activity = List.copyOf(activity);
    phone = List.copyOf(phone);
    steps = List.copyOf(steps);
  }

  /** Only fixes. */
  public static Signals ofFixes(FixTrack fixes) {
    return new Signals(fixes, List.of(), List.of(), List.of(), List.of());
  }

  /** All items of the parts, stream by stream, in the order in which they come. */
  public static Signals concat(List<Signals> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Signals(
        FixTrack.concat(parts.stream().map(Signals::fixes).toList()),
        parts.stream().flatMap(part -> part.motion().stream()).toList(),
        parts.stream().flatMap(part -> part.activity().stream()).toList(),
        parts.stream().flatMap(part -> part.phone().stream()).toList(),
        parts.stream().flatMap(part -> part.steps().stream()).toList());
  }

  /** Items of all streams; a motion chunk is one item. */
  public int itemCount() {
    return fixes.size() + motion.size() + activity.size() + phone.size() + steps.size();
  }

  public boolean isEmpty() {
    return itemCount() == 0;
  }
}
