package io.sensorium.simulator.people;

import java.time.LocalTime;

/**
 * What a person tends to do.
 *
 * @param leavesAt usual time of leaving home on a working day
 * @param workHours usual length of a working day
 * @param irregularityMinutes standard deviation of departures
 * @param limitRatio how a person drives: share of each speed limit
 * @param walkingMps own walking speed
 * @param hasCar whether a car stands near home
 * @param hasBicycle whether a bicycle stands at home
 * @param ridesTrain whether the train is preferred to the car between centre and suburb
 * @param bringsChild whether a child is brought to school on the way to work
 * @param runs whether evening strolls are runs
 */
public record Habits(
    LocalTime leavesAt,
    double workHours,
    double irregularityMinutes,
    double limitRatio,
    double walkingMps,
    boolean hasCar,
    boolean hasBicycle,
    boolean ridesTrain,
    boolean bringsChild,
    boolean runs) {

  Habits withCarAndBicycle() {
    return new Habits(
        leavesAt,
        workHours,
        irregularityMinutes,
        limitRatio,
        walkingMps,
        true,
        true,
        ridesTrain,
        bringsChild,
        runs);
  }
}
