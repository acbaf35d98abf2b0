package io.sensorium.benchmarks.modes;

import io.sensorium.analysis.legs.ModeModel;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import java.util.Optional;

/** A model that looks at rides as a whole. */
enum RideModel {
  RIDE("ride.trees") {
    @Override
    List<String> classes() {
      return ModeModel.RIDES;
    }

    @Override
    Optional<String> name(TransportMode mode) {
      return switch (mode) {
        case BIKING, ESCOOTER -> Optional.of("bike");
        case BUS -> Optional.of("bus");
        case CAR, MOTORCYCLE -> Optional.of("car");
        case TRAIN, TRAM, SUBWAY -> Optional.of("rail");
        default -> Optional.empty();
      };
    }
  },
  BIKE("bike.trees") {
    @Override
    List<String> classes() {
      return ModeModel.BIKES;
    }

    @Override
    Optional<String> name(TransportMode mode) {
      return switch (mode) {
        case BIKING -> Optional.of("bicycle");
        case ESCOOTER -> Optional.of("escooter");
        default -> Optional.empty();
      };
    }
  },
  CAR("car.trees") {
    @Override
    List<String> classes() {
      return ModeModel.CARS;
    }

    @Override
    Optional<String> name(TransportMode mode) {
      return switch (mode) {
        case CAR -> Optional.of("car");
        case MOTORCYCLE -> Optional.of("motorcycle");
        default -> Optional.empty();
      };
    }
  },
  RAIL("rail.trees") {
    @Override
    List<String> classes() {
      return ModeModel.RAILS;
    }

    @Override
    Optional<String> name(TransportMode mode) {
      return switch (mode) {
        case TRAM -> Optional.of("tram");
        case SUBWAY -> Optional.of("subway");
        case TRAIN -> Optional.of("train");
        default -> Optional.empty();
      };
    }
  };

  private final String file;

  RideModel(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** The names of its classes, in their order. */
  abstract List<String> classes();

  /** The name of a mode's class; empty when the model knows nothing of the mode. */
  abstract Optional<String> name(TransportMode mode);

  /** The number of a mode's class. */
  Optional<Integer> find(TransportMode mode) {
    return name(mode).map(classes()::indexOf);
  }
}
