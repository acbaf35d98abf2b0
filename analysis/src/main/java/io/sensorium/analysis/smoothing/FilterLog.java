package io.sensorium.analysis.smoothing;

/** What the filter knew after each fix, and how it got there; read backwards by the smoother. */
final class FilterLog {

  private static final int STATE = 0;
  private static final int POSITION = 9;
  private static final int VELOCITY = 15;
  private static final int TIME = 20;
  private static final int WIDTH = 22;

  private final double[] rows;

  /** What later fixes tell of the states, for each axis. */
  private double pEast;

  private double vEast;
  private double uEast;
  private double pNorth;
  private double vNorth;
  private double uNorth;

  FilterLog(int size) {
    rows = new double[size * WIDTH];
  }

  void time(int i, double seconds, double memory) {
    rows[i * WIDTH + TIME] = seconds;
    rows[i * WIDTH + TIME + 1] = memory;
  }

  void position(int i, Filter filter, boolean taken, double wanderMeters) {
    measurement(i * WIDTH + POSITION, filter, taken);
    rows[i * WIDTH + POSITION + 5] = wanderMeters;
  }

  void velocity(int i, Filter filter, boolean taken) {
    measurement(i * WIDTH + VELOCITY, filter, taken);
  }

  /** A measurement that was not taken in has no gain and no residual. */
  private void measurement(int at, Filter filter, boolean taken) {
    rows[at] = taken ? filter.gainP : 0;
    rows[at + 1] = taken ? filter.gainV : 0;
    rows[at + 2] = taken ? filter.gainU : 0;
    rows[at + 3] = taken ? filter.residualEast : 0;
    rows[at + 4] = taken ? filter.residualNorth : 0;
  }

  void state(int i, Filter filter) {
    int at = i * WIDTH + STATE;
    rows[at] = filter.eastMeters;
    rows[at + 1] = filter.northMeters;
    rows[at + 2] = filter.eastMps;
    rows[at + 3] = filter.northMps;
    rows[at + 4] = filter.varP;
    rows[at + 5] = filter.covPv;
    rows[at + 6] = filter.covPu;
    rows[at + 7] = filter.varV;
    rows[at + 8] = filter.covVu;
  }

  /** The next fix read is the last of a run. */
  void turnBack() {
    pEast = 0;
    vEast = 0;
    uEast = 0;
    pNorth = 0;
    vNorth = 0;
    uNorth = 0;
  }

  double eastMeters(int i) {
    int at = i * WIDTH + STATE;
    return rows[at] - rows[at + 4] * pEast - rows[at + 5] * vEast - rows[at + 6] * uEast;
  }

  double northMeters(int i) {
    int at = i * WIDTH + STATE;
    return rows[at + 1] - rows[at + 4] * pNorth - rows[at + 5] * vNorth - rows[at + 6] * uNorth;
  }

  double eastMps(int i) {
    int at = i * WIDTH + STATE;
    return rows[at + 2] - rows[at + 5] * pEast - rows[at + 7] * vEast - rows[at + 8] * uEast;
  }

  double northMps(int i) {
    int at = i * WIDTH + STATE;
    return rows[at + 3] - rows[at + 5] * pNorth - rows[at + 7] * vNorth - rows[at + 8] * uNorth;
  }

  /** Goes from after the measurements of a fix to after those of the fix before. */
  void stepBack(int i) {
    int velocity = i * WIDTH + VELOCITY;
    vEast -= residual(velocity, rows[velocity + 3], pEast, vEast, uEast);
    vNorth -= residual(velocity, rows[velocity + 4], pNorth, vNorth, uNorth);
    int position = i * WIDTH + POSITION;
    double east = residual(position, rows[position + 3], pEast, vEast, uEast);
    double north = residual(position, rows[position + 4], pNorth, vNorth, uNorth);
    double wanderMeters = rows[position + 5];
    pEast -= east;
    pNorth -= north;
    uEast -= wanderMeters * east;
    uNorth -= wanderMeters * north;
    double seconds = rows[i * WIDTH + TIME];
    double memory = rows[i * WIDTH + TIME + 1];
    vEast += seconds * pEast;
    vNorth += seconds * pNorth;
    uEast *= memory;
    uNorth *= memory;
  }

  private double residual(int at, double own, double p, double v, double u) {
    return own + rows[at] * p + rows[at + 1] * v + rows[at + 2] * u;
  }
}
