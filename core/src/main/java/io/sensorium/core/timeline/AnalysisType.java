package io.sensorium.core.timeline;

import java.util.Locale;

/** How far the analysis of an event has come. The order is stored. */
public enum AnalysisType {
  /** While a leg is open: it may still change with every fix. */
  PRELIMINARY,
  /** Closed, and every pass that looks ahead has run. */
  INDEPTH,
  /** After the nightly pass over the whole history. */
  PROCESSED;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
