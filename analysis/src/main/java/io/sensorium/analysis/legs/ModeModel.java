package io.sensorium.analysis.legs;

import io.sensorium.analysis.trees.TreeModel;
import io.sensorium.core.timeline.TransportMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * What was learned of modes: models of boosted trees. See docs/algorithms/legs.md.
 *
 * @param motion tells walking, cycling and vehicles apart, for each step of a trip
 * @param ride tells bicycle, bus, car and rail apart, for a ride as a whole
 * @param bike tells bicycle and electric scooter apart
 * @param car tells car and motorcycle apart
 * @param rail tells tram, subway and train apart
 * @param surroundings tells vehicles apart by what a map shows along the ride
 * @param version changes whenever one of the models does
 */
public record ModeModel(
    TreeModel motion,
    TreeModel ride,
    TreeModel bike,
    TreeModel car,
    TreeModel rail,
    TreeModel surroundings,
    String version) {

  /** The files of a model. */
  public static final List<String> FILES =
      List.of(
          "motion.trees",
          "ride.trees",
          "bike.trees",
          "car.trees",
          "rail.trees",
          "surroundings.trees");

  /** The classes of the model of motion. */
  public static final List<String> MOTIONS = List.of("walk", "bike", "vehicle");

  /** The classes of the model of rides. */
  public static final List<String> RIDES = List.of("bike", "bus", "car", "rail");

  /** The classes of the model of bikes. */
  public static final List<String> BIKES = List.of("bicycle", "escooter");

  /** The classes of the model of cars. */
  public static final List<String> CARS = List.of("car", "motorcycle");

  /** The classes of the model of rail. */
  public static final List<String> RAILS = List.of("tram", "subway", "train");

  /** The classes of the model of surroundings: those of rides, and of rail in the place of rail. */
  public static final List<String> VEHICLES =
      List.of("bike", "bus", "car", "tram", "subway", "train");

  /** The modes that these classes are, in their order. */
  public static final List<TransportMode> VEHICLE_MODES =
      List.of(
          TransportMode.BIKING,
          TransportMode.BUS,
          TransportMode.CAR,
          TransportMode.TRAM,
          TransportMode.SUBWAY,
          TransportMode.TRAIN);

  /** Checks that the models take the features that are made, and tell what is asked. */
  public ModeModel {
    check("motion", motion, StepFeatures.NAMES, MOTIONS);
    check("ride", ride, RideFeatures.NAMES, RIDES);
    check("bike", bike, RideFeatures.NAMES, BIKES);
    check("car", car, RideFeatures.NAMES, CARS);
    check("rail", rail, RideFeatures.NAMES, RAILS);
    check("surroundings", surroundings, RideSurroundings.NAMES, VEHICLES);
  }

  private static void check(
      String name, TreeModel model, List<String> features, List<String> classes) {
    if (!model.featureNames().equals(features)) {
      throw new IllegalArgumentException("the model " + name + " takes other features");
    }
    if (!model.classNames().equals(classes)) {
      throw new IllegalArgumentException("the model " + name + " has other classes");
    }
  }

  /**
   * Reads a model.
   *
   * @param texts gives the text of each of the {@link #FILES}
   * @throws IllegalArgumentException when one cannot be read, or was made for other features
   */
  public static ModeModel of(UnaryOperator<String> texts) {
    var checksum = new CRC32();
    var models =
        FILES.stream()
            .map(texts)
            .peek(text -> checksum.update(text.getBytes(StandardCharsets.UTF_8)))
            .map(TreeModel::of)
            .toList();
    var version = "%08x".formatted(checksum.getValue());
    return new ModeModel(
        models.get(0),
        models.get(1),
        models.get(2),
        models.get(3),
        models.get(4),
        models.get(5),
        version);
  }
}
