package io.sensorium.simulator.people;

import io.sensorium.simulator.people.Outing.Departure;
import io.sensorium.simulator.random.Dice;
import io.sensorium.simulator.town.Place;
import io.sensorium.simulator.town.PlaceKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Plans a person's days, each from its date alone. Every plan starts and ends at home. */
final class DayPlanner {

  private final Person person;
  private final Dice life;

  DayPlanner(Person person) {
    this.person = person;
    this.life = new Dice(person.seed()).fork("days");
  }

  List<Outing> plan(LocalDate date) {
    var day = new Day(date, life.fork(date.toEpochDay()));
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (weekend) {
      day.weekend();
    } else {
      switch (person.occupation()) {
        case OFFICE_WORKER, PART_TIMER, STUDENT -> day.working();
        case NIGHT_WORKER -> day.workingByNight();
        case AT_HOME -> day.atHome();
      }
    }
    return day.outings;
  }

  private final class Day {

    private final LocalDate date;
    private final Dice dice;
    private final List<Outing> outings = new ArrayList<>();

    Day(LocalDate date, Dice dice) {
      this.date = date;
      this.dice = dice;
    }

    void working() {
      var work = person.work();
      if (work == null || dice.chance(0.07)) {
        atHome();
        return;
      }
      var habits = person.habits();
      var leaving = about(habits.leavesAt(), habits.irregularityMinutes());
      boolean studies = person.occupation() == Occupation.STUDENT;
      if (habits.bringsChild() && dice.chance(0.8)) {
        go(at(leaving.minusMinutes(12)), haunt(PlaceKind.SCHOOL), Purpose.DROP_OFF);
        go(after(5.5, 9), work, Purpose.WORK);
      } else {
        go(at(leaving), work, studies ? Purpose.STUDY : Purpose.WORK);
      }
      if (habits.workHours() > 6 && dice.chance(0.35)) {
        lunchFrom(work, studies ? Purpose.STUDY : Purpose.WORK);
      }
      var leavesWork = leaving.plusMinutes((long) (60 * habits.workHours() + dice.gaussian(0, 20)));
      homewards(at(leavesWork));
      evening();
    }

    private void lunchFrom(Place work, Purpose purpose) {
      var near =
          person.town().places(PlaceKind.RESTAURANT).stream()
              .filter(place -> place.position().distanceMetersTo(work.position()) < 900)
              .filter(place -> place.position().distanceMetersTo(work.position()) > 250)
              .toList();
      if (!near.isEmpty()) {
        var leaving = at(about(LocalTime.of(12, 10), 12));
        outings.add(new Outing.Errand(leaving, dice.pick(near), Purpose.MEAL, true));
        outings.add(new Outing.Errand(after(22, 50), work, purpose, true));
      }
    }

    /** Home from where the person is, by way of a shop or the gym now and then. */
    private void homewards(Departure departure) {
      double draw = dice.uniform();
      if (draw < 0.3) {
        go(departure, haunt(PlaceKind.SHOP), Purpose.SHOP);
        go(dice.chance(0.5) ? after(5.5, 10) : after(12, 35), person.home(), Purpose.HOME);
      } else if (draw < 0.45) {
        go(departure, haunt(PlaceKind.GYM), Purpose.GYM);
        go(after(45, 80), person.home(), Purpose.HOME);
      } else {
        go(departure, person.home(), Purpose.HOME);
      }
    }

    private void evening() {
      double draw = dice.uniform();
      if (draw < 0.22) {
        stroll(LocalTime.of(20, 15), 12, 35);
      } else if (draw < 0.36) {
        go(at(about(LocalTime.of(19, 40), 20)), haunt(PlaceKind.RESTAURANT), Purpose.MEAL);
        go(after(60, 120), person.home(), Purpose.HOME);
      } else if (draw < 0.44) {
        visit(LocalTime.of(20, 0), 60, 150);
      }
    }

    void workingByNight() {
      var work = person.work();
      if (dice.chance(0.3)) {
        errand(LocalTime.of(16, 0));
      }
      if (work == null || dice.chance(0.1)) {
        return;
      }
      go(at(about(LocalTime.of(21, 20), 8)), work, Purpose.WORK);
      var leaving = date.plusDays(1).atTime(6, 5).plusMinutes(dice.below(25));
      go(at(leaving), person.home(), Purpose.HOME);
    }

    void atHome() {
      if (dice.chance(0.6)) {
        errand(LocalTime.of(10, 20));
      }
      if (dice.chance(0.4)) {
        stroll(LocalTime.of(14, 30), 15, 50);
      }
      evening();
    }

    void weekend() {
      if (dice.chance(0.12)) {
        return;
      }
      if (dice.chance(0.65)) {
        errand(LocalTime.of(10, 30));
      }
      double draw = dice.uniform();
      if (draw < 0.35) {
        visit(LocalTime.of(14, 30), 80, 220);
      } else if (draw < 0.65) {
        stroll(LocalTime.of(15, 0), 25, 70);
      } else if (draw < 0.8) {
        go(at(about(LocalTime.of(15, 0), 30)), haunt(PlaceKind.GYM), Purpose.GYM);
        go(after(50, 90), person.home(), Purpose.HOME);
      }
      evening();
    }

    private void errand(LocalTime around) {
      go(at(about(around, 30)), haunt(PlaceKind.SHOP), Purpose.SHOP);
      if (dice.chance(0.35)) {
        go(after(5.5, 12), haunt(PlaceKind.SHOP), Purpose.SHOP);
      }
      go(after(8, 40), person.home(), Purpose.HOME);
    }

    private void visit(LocalTime around, double minMinutes, double maxMinutes) {
      go(at(about(around, 25)), dice.pick(person.friends()), Purpose.VISIT);
      go(after(minMinutes, maxMinutes), person.home(), Purpose.HOME);
    }

    private void stroll(LocalTime around, double minMinutes, double maxMinutes) {
      var length = minutes(dice.uniform(minMinutes, maxMinutes));
      outings.add(new Outing.Stroll(at(about(around, 25)), length, person.habits().runs()));
    }

    private void go(Departure departure, Place to, Purpose purpose) {
      outings.add(new Outing.Errand(departure, to, purpose, false));
    }

    private Place haunt(PlaceKind kind) {
      return dice.pick(person.haunts().stream().filter(p -> p.kind() == kind).toList());
    }

    private LocalDateTime about(LocalTime time, double sigmaMinutes) {
      double seconds = 60 * Math.clamp(dice.gaussian(0, sigmaMinutes), -60, 60);
      return date.atTime(time).plusSeconds((long) seconds);
    }

    private Departure at(LocalDateTime time) {
      return new Departure.At(time);
    }

    private Departure after(double minMinutes, double maxMinutes) {
      return new Departure.After(minutes(dice.uniform(minMinutes, maxMinutes)));
    }

    private static Duration minutes(double minutes) {
      return Duration.ofMillis((long) (60_000 * minutes));
    }
  }
}
