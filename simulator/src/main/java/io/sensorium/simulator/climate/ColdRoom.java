package io.sensorium.simulator.climate;

import io.sensorium.core.time.Micros;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;

/**
 * A box that is kept cold: a fridge, or the cargo hold of a van. Its compressor goes on and off by
 * a thermostat, doors let warm air in, and the probe follows the air slowly. To be asked for
 * instants in their order.
 */
public final class ColdRoom {

  private static final double NO_HEATING = -273.15;

  /**
   * What the box is made of.
   *
   * @param lowCelsius where the compressor goes off
   * @param highCelsius where it goes on
   * @param frostCelsius below which it is heated
   * @param leakHours how slowly it warms up without cooling
   * @param probeMinutes how slowly the probe follows the air
   */
  public record Build(
      double lowCelsius,
      double highCelsius,
      double frostCelsius,
      double leakHours,
      double probeMinutes) {

    /** A medical fridge for 2 to 8 °C, its probe in a vial of glycol. */
    public static final Build VACCINES = new Build(3.9, 5.4, 2.8, 3.5, 6);

    public static final Build KITCHEN = new Build(3.2, 6.4, NO_HEATING, 2.5, 2);

    /** A van's hold with a cooling unit. */
    public static final Build HOLD = new Build(3.4, 5.6, 2.9, 1.4, 3);
  }

  private static final long STEP_MICROS = 10 * Micros.PER_SECOND;
  private static final double STEP_HOURS = 10 / 3_600.0;
  private static final double COLDEST_CELSIUS = -9;
  private static final double COOLING_HOURS = 0.75;
  private static final double HEATING_CELSIUS_PER_HOUR = 25;
  private static final double OPEN_HOURS = 0.35;

  private final Build build;
  private final LongToDoubleFunction aroundCelsius;
  private final LongPredicate isOpen;
  private final LongPredicate isBroken;
  private long timeMicros;
  private boolean cools;
  private double airCelsius;
  private double probeCelsius;

  /**
   * A box that is cold already.
   *
   * @param aroundCelsius the air around it
   * @param isOpen when its door is open
   * @param isBroken when its compressor does not run
   */
  public ColdRoom(
      Build build,
      LongToDoubleFunction aroundCelsius,
      LongPredicate isOpen,
      LongPredicate isBroken,
      long startMicros) {
    this.build = build;
    this.aroundCelsius = aroundCelsius;
    this.isOpen = isOpen;
    this.isBroken = isBroken;
    this.timeMicros = startMicros;
    this.airCelsius = (build.lowCelsius() + build.highCelsius()) / 2;
    this.probeCelsius = airCelsius;
  }

  /** What the probe feels. */
  public double celsius(long atMicros) {
    while (timeMicros + STEP_MICROS <= atMicros) {
      step();
      timeMicros += STEP_MICROS;
    }
    return probeCelsius;
  }

  private void step() {
    boolean wants = airCelsius > build.highCelsius() || (cools && airCelsius > build.lowCelsius());
    cools = wants && !isBroken.test(timeMicros);
    double around = aroundCelsius.applyAsDouble(timeMicros);
    double perHour = (around - airCelsius) / build.leakHours();
    if (isOpen.test(timeMicros)) {
      perHour += (around - airCelsius) / OPEN_HOURS;
    }
    if (cools) {
      perHour += (COLDEST_CELSIUS - airCelsius) / COOLING_HOURS;
    }
    if (airCelsius < build.frostCelsius()) {
      perHour += HEATING_CELSIUS_PER_HOUR;
    }
    airCelsius += perHour * STEP_HOURS;
    probeCelsius +=
        (airCelsius - probeCelsius) * Math.min(1, 60 * STEP_HOURS / build.probeMinutes());
  }
}
