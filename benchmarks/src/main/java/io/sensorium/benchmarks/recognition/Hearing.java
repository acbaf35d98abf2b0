package io.sensorium.benchmarks.recognition;

import io.sensorium.core.signals.Signals;
import java.util.List;

/** Which streams are heard beside the fixes. */
enum Hearing {
  FIXES("fixes alone", false, false, false),
  STEPS("with steps", true, false, false),
  MOTION("with motion", false, true, false),
  STEPS_AND_MOTION("with steps and motion", true, true, false),
  PHONE("with the phone's recognition", false, false, true),
  ALL("with all of them", true, true, true);

  private final String words;
  private final boolean steps;
  private final boolean motion;
  private final boolean phone;

  Hearing(String words, boolean steps, boolean motion, boolean phone) {
    this.words = words;
    this.steps = steps;
    this.motion = motion;
    this.phone = phone;
  }

  String words() {
    return words;
  }

  Signals of(Signals all) {
    return new Signals(
        all.fixes(),
        motion ? all.motion() : List.of(),
        phone ? all.activity() : List.of(),
        all.phone(),
        steps ? all.steps() : List.of());
  }
}
