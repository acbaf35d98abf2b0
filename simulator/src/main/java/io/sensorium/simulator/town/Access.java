package io.sensorium.simulator.town;

/** Who uses a street, and what a metre of it costs them in seconds. */
public enum Access {
  FOOT {
    @Override
    double secondsPerMeter(Roadway roadway) {
      return 1 / 1.35;
    }

    @Override
    boolean heeds(Flow flow) {
      return false;
    }
  },
  BICYCLE {
    @Override
    double secondsPerMeter(Roadway roadway) {
      return roadway.road() == RoadClass.FOOTWAY ? 1 / 3.0 : 1 / 4.8;
    }

    @Override
    boolean heeds(Flow flow) {
      return flow == Flow.ROUNDABOUT;
    }
  },
  CAR {
    @Override
    double secondsPerMeter(Roadway roadway) {
      return 1 / (0.85 * roadway.limitMps());
    }

    @Override
    boolean heeds(Flow flow) {
      return flow != Flow.BOTH_WAYS;
    }
  };

  abstract double secondsPerMeter(Roadway roadway);

  /** Whether one goes in the direction of such a street only. */
  abstract boolean heeds(Flow flow);

  boolean mayUse(RoadClass road) {
    return switch (road) {
      case MOTORWAY, MOTORWAY_LINK, TRUNK -> this == CAR;
      case CYCLEWAY, FOOTWAY, TRACK -> this != CAR;
      case RAIL -> false;
      case PRIMARY, SECONDARY, TERTIARY, UNCLASSIFIED, RESIDENTIAL, LIVING_STREET, SERVICE -> true;
    };
  }

  /** Whether one may go along a street, beginning at one of its crossings. */
  boolean mayEnter(Street street, int crossing) {
    return mayUse(street.road()) && (street.from() == crossing || !heeds(street.flow()));
  }
}
