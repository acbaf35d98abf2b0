package io.sensorium.intake.accept;

/**
 * When nothing more is taken in.
 *
 * @param inboxBytes so much may wait in the inbox
 * @param freeDiskBytes so much of the disk stays free
 */
public record AdmissionLimits(long inboxBytes, long freeDiskBytes) {

  /** A gigabyte may wait; two stay free. */
  public static final AdmissionLimits DEFAULT = new AdmissionLimits(1L << 30, 2L << 30);
}
