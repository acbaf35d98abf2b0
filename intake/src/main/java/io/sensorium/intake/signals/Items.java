package io.sensorium.intake.signals;

import io.sensorium.intake.json.ItemValues;

/** The items of one stream. */
interface Items {

  /** Reads one item to its end, and keeps it unless {@code values} has a reason to reject it. */
  void read(ItemValues values);
}
