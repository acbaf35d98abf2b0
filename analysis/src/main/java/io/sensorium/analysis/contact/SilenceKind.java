package io.sensorium.analysis.contact;

/** How a sensor is silent. */
public enum SilenceKind {
  /** It is heard. */
  NONE,
  /** By itself: its owner was told. */
  OWN,
  /** With its whole gateway, of which alone the owner was told. */
  WITH_GATEWAY
}
