package io.sensorium.simulator.town;

/** Who uses a street, and what a metre of it costs them in seconds. */
public enum Access {
  FOOT {
    @Override
    double secondsPerMeter(RoadClass road) {
      return 1 / 1.35;
    }
  },
  BICYCLE {
    @Override
    double secondsPerMeter(RoadClass road) {
      return road == RoadClass.FOOTWAY ? 1 / 3.0 : 1 / 4.8;
    }
  },
  CAR {
    @Override
    double secondsPerMeter(RoadClass road) {
      return 1 / (0.85 * road.limitMps());
    }
  };

  abstract double secondsPerMeter(RoadClass road);

  boolean mayUse(RoadClass road) {
    return switch (road) {
      case MOTORWAY -> this == CAR;
      case FOOTWAY -> this != CAR;
      case RAIL -> false;
      case SECONDARY, TERTIARY, RESIDENTIAL -> true;
    };
  }
}
