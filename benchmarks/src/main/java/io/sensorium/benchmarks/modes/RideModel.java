package io.sensorium.benchmarks.modes;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model that looks at rides as a whole. */
enum RideModel {
  RIDE("ride.trees"),
  BIKE("bike.trees"),
  CAR("car.trees"),
  RAIL("rail.trees");

  private static final Map<TransportMode, String> RIDES =
      Map.of(
          TransportMode.BIKING, "bike",
          TransportMode.ESCOOTER, "bike",
          TransportMode.BUS, "bus",
          TransportMode.CAR, "car",
          TransportMode.MOTORCYCLE, "car",
          TransportMode.TRAIN, "rail",
          TransportMode.TRAM, "rail",
          TransportMode.SUBWAY, "rail");
  private static final Map<TransportMode, String> BIKES =
      Map.of(TransportMode.BIKING, "bicycle", TransportMode.ESCOOTER, "escooter");
  private static final Map<TransportMode, String> CARS =
      Map.of(TransportMode.CAR, "car", TransportMode.MOTORCYCLE, "motorcycle");
  private static final Map<TransportMode, String> RAILS =
      Map.of(
          TransportMode.TRAM, "tram",
          TransportMode.SUBWAY, "subway",
          TransportMode.TRAIN, "train");

  private final String file;

  RideModel(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** The names of its classes, in their order. */
  List<String> classes() {
    return switch (this) {
      case RIDE -> ModeModel.RIDES;
      case BIKE -> ModeModel.BIKES;
      case CAR -> ModeModel.CARS;
      case RAIL -> ModeModel.RAILS;
    };
  }

  /** The number of a mode's class; empty when the model knows nothing of the mode. */
  Optional<Integer> find(TransportMode mode) {
    return Optional.ofNullable(names().get(mode)).map(classes()::indexOf);
  }

  private Map<TransportMode, String> names() {
    return switch (this) {
      case RIDE -> RIDES;
      case BIKE -> BIKES;
      case CAR -> CARS;
      case RAIL -> RAILS;
    };
  }
}
