package io.sensorium.intake.measurements;

/**
 * Whether gateways may make data sources by sending rows of them.
 *
 * @param sourcesPerDay so many sources may one gateway make within 24 hours
 */
public record ProvisioningLimits(boolean automatic, int sourcesPerDay) {

  public static final ProvisioningLimits DEFAULT = new ProvisioningLimits(true, 10_000);

  public ProvisioningLimits {
    if (sourcesPerDay < 0) {
      throw new IllegalArgumentException("sourcesPerDay must not be negative: " + sourcesPerDay);
    }
  }
}
