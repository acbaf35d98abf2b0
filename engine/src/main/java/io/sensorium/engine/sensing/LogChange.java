package io.sensorium.engine.sensing;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.store.alarm.AlarmRevision;
import io.sensorium.store.alarm.AlarmTrack;
import io.sensorium.store.alarm.LoggedTransition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a span of an alarm's log becomes what was derived for it. */
record LogChange(
    List<AlarmTransition> added, List<LoggedTransition> undone, List<LoggedTransition> corrected) {

  static LogChange between(List<LoggedTransition> logged, List<AlarmTransition> derived) {
    var added = new ArrayList<AlarmTransition>();
    var undone = new ArrayList<>(logged);
    var corrected = new ArrayList<LoggedTransition>();
    for (var transition : derived) {
      int at = indexOf(undone, transition);
      if (at < 0) {
        added.add(transition);
        continue;
      }
      var line = undone.remove(at);
      if (!line.transition().equals(transition)) {
        corrected.add(new LoggedTransition(line.logId(), transition));
      }
    }
    return new LogChange(added, undone, corrected);
  }

  /** The step that saves it. */
  AlarmRevision of(AlarmTrack track, AlarmHead head, Instant foundAt) {
    return new AlarmRevision(track, head, added, undone, corrected, foundAt);
  }

  private static int indexOf(List<LoggedTransition> lines, AlarmTransition transition) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).transition().isSameFactAs(transition)) {
        return i;
      }
    }
    return -1;
  }
}
