package io.sensorium.atlas.matching;

import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import java.util.Arrays;

/**
 * Finds the most likely way of a track through a network.
 *
 * <p>Used for one track, by one thread.
 */
public final class Matcher {
  /*
   * The hidden Markov model of Newson and Krumm: a step between candidates is the likelier the less
   * its route differs in length from the straight line, and a fix is the likelier at a candidate the
   * less its error there differs from what the way so far foresees (WanderingErrors). The candidates of a step include one off the road. Costs are negative logarithms;
   * candidates that cost much more than the best one are given up, which leaves few searches.
   *
   * P. Newson, J. Krumm: Hidden Markov Map Matching Through Noise and Sparseness, ACM GIS 2009
   */

  private final RoadGraph graph;
  private final FixColumns fixes;
  private final MatchSettings settings;
  private final WanderingErrors errors;
  private final CandidateFinder finder;
  private final RouteSearch search;
  private final Candidates candidates = new Candidates();
  private final TargetSet targets = new TargetSet(candidates);
  private final Routes routes = new Routes();
  private final int[] usedFixes;
  private final int[] firstCandidate;
  private int steps;

  /** Prepares to match the fixes. */
  public Matcher(RoadGraph graph, Travel travel, FixColumns fixes, MatchSettings settings) {
    this.graph = graph;
    this.fixes = fixes;
    this.settings = settings;
    this.errors =
        new WanderingErrors(settings.memorySeconds(), settings.whiteRatio(), settings.mapMeters());
    this.finder = new CandidateFinder(graph, travel, fixes, settings, errors);
    this.search = new RouteSearch(graph, travel, settings.uTurnMeters());
    this.usedFixes = new int[fixes.size()];
    this.firstCandidate = new int[fixes.size() + 1];
  }

  /** Matches the whole track. */
  public MatchedTrack match() {
    if (fixes.size() == 0) {
      return MatchedTrack.EMPTY;
    }
    int last = -1;
    for (int fix = 0; fix < fixes.size(); fix++) {
      if (last < 0 || fix == fixes.size() - 1 || isFarEnough(last, fix)) {
        step(last, fix);
        last = fix;
      }
    }
    return result();
  }

  private boolean isFarEnough(int last, int fix) {
    double meters =
        finder
            .plane()
            .meters(
                fixes.latitudeE7(last),
                fixes.longitudeE7(last),
                fixes.latitudeE7(fix),
                fixes.longitudeE7(fix));
    return meters
        >= Math.max(settings.spacingMeters(), settings.spacingInSigma() * finder.sigmaMeters(fix));
  }

  private void step(int lastFix, int fix) {
    int step = steps++;
    usedFixes[step] = fix;
    firstCandidate[step] = candidates.size();
    double seconds = lastFix < 0 ? 0 : fixes.secondsBetween(lastFix, fix);
    double weight = Math.clamp(seconds / settings.spanSeconds(), settings.leastWeight(), 1);
    errors.step(seconds, finder.sigmaMeters(fix));
    finder.find(fix, weight, candidates);
    candidates.add(Candidates.OFF_ROAD, 0, weight * settings.offRoadCost());
    firstCandidate[step + 1] = candidates.size();
    if (step == 0) {
      begin();
    } else {
      connect(step, lastFix, fix);
    }
  }

  private void begin() {
    errors.foresee();
    for (int candidate = 0; candidate < candidates.size(); candidate++) {
      candidates.cost[candidate] = candidates.emissionCost[candidate];
      if (candidates.isOffRoad(candidate)) {
        errors.keepForeseen(candidate);
      } else {
        candidates.cost[candidate] += errors.cost(candidate);
        errors.keep(candidate);
      }
    }
  }

  private void connect(int step, int lastFix, int fix) {
    int first = firstCandidate[step];
    int end = firstCandidate[step + 1];
    double best = Double.POSITIVE_INFINITY;
    for (int from = firstCandidate[step - 1]; from < first; from++) {
      best = Math.min(best, candidates.cost[from]);
    }
    double beam = beamCost(fixes.secondsBetween(lastFix, fix));
    var link = new Link(lastFix, fix);
    targets.set(first, end);
    for (int from = firstCandidate[step - 1]; from < first; from++) {
      double slack = best + beam - candidates.cost[from];
      if (slack < 0) {
        continue;
      }
      errors.foresee(from);
      if (candidates.isOffRoad(from)) {
        link.fromOffRoad(from, first, end);
      } else {
        link.fromRoad(from, slack, first, end);
      }
    }
    for (int to = first; to < end; to++) {
      candidates.cost[to] += candidates.emissionCost[to];
    }
  }

  private double beamCost(double seconds) {
    double dense = settings.denseBeamCost();
    return dense + (settings.beamCost() - dense) * Math.min(1, seconds / settings.spanSeconds());
  }

  /** The step from one fix to the next. */
  private final class Link {

    private final double straightMeters;
    private final double scaleMeters;
    private final double backMeters;
    private final int fix;

    Link(int lastFix, int fix) {
      this.fix = fix;
      straightMeters =
          finder
              .plane()
              .meters(
                  fixes.latitudeE7(lastFix),
                  fixes.longitudeE7(lastFix),
                  fixes.latitudeE7(fix),
                  fixes.longitudeE7(fix));
      scaleMeters =
          settings.detourMeters()
              + settings.detourInSigma() * finder.sigmaMeters(fix)
              + settings.detourMpsRatio() * Math.min(60, fixes.secondsBetween(lastFix, fix));
      backMeters = 3 * finder.sigmaMeters(fix);
    }

    void fromOffRoad(int from, int first, int end) {
      for (int to = first; to < end; to++) {
        double change = candidates.isOffRoad(to) ? 0 : settings.leaveRoadCost();
        offer(from, to, change, Routes.NONE, false);
      }
    }

    void fromRoad(int from, double slack, int first, int end) {
      int directed = candidates.directed[from];
      double along = candidates.alongMeters[from];
      double limit = straightMeters + slack * scaleMeters;
      search.aim(finder.plane(), fixes.latitudeE7(fix), fixes.longitudeE7(fix), limit + 50);
      search.run(directed, along, targets);
      for (int to = first; to < end; to++) {
        if (candidates.isOffRoad(to)) {
          offer(from, to, settings.leaveRoadCost(), Routes.NONE, false);
        } else {
          toRoad(from, directed, along, to);
        }
      }
    }

    private void toRoad(int from, int directed, double along, int to) {
      int next = candidates.directed[to];
      double there = candidates.alongMeters[to];
      if (next == directed && there >= along - backMeters) {
        offer(from, to, cost(Math.max(0, there - along)), Routes.NONE, false);
        return;
      }
      if (next == RoadGraph.reverse(directed)) {
        double turned = Math.abs(graph.lengthMeters(directed) - there - along);
        offer(from, to, cost(turned + settings.uTurnMeters()), Routes.NONE, false);
      }
      double meters = search.metersTo(next);
      if (meters < Double.POSITIVE_INFINITY) {
        offer(from, to, cost(meters + there), next, true);
      }
    }

    private double cost(double routeMeters) {
      return Math.abs(routeMeters - straightMeters) / scaleMeters;
    }

    private void offer(int from, int to, double stepCost, int target, boolean searched) {
      double cost = candidates.cost[from] + stepCost;
      if (cost >= candidates.cost[to]) {
        return;
      }
      boolean isOnRoad = !candidates.isOffRoad(to);
      cost += isOnRoad ? errors.cost(to) : 0;
      if (cost < candidates.cost[to]) {
        candidates.cost[to] = cost;
        if (isOnRoad) {
          errors.keep(to);
        } else {
          errors.keepForeseen(to);
        }
        candidates.before[to] = from;
        candidates.route[to] =
            searched
                ? search.routeTo(target, candidates.directed[from], routes)
                : MatchedTrack.DIRECT;
      }
    }
  }

  private MatchedTrack result() {
    int best = firstCandidate[steps - 1];
    for (int candidate = best; candidate < candidates.size(); candidate++) {
      best = candidates.cost[candidate] < candidates.cost[best] ? candidate : best;
    }
    var chosen = new int[steps];
    for (int step = steps - 1; step >= 0; step--) {
      chosen[step] = best;
      best = candidates.before[best];
    }
    return new MatchedTrack(candidates, routes, Arrays.copyOf(usedFixes, steps), chosen);
  }
}
