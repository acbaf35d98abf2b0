package io.sensorium.benchmarks.population;

import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.pipeline.Threads;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Fills a server with people, each with a simulated life of their own. */
public final class Population {

  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z"); // midnight in Ghent
  private static final int CONNECTIONS = 2;
  private static final int FIXES_PER_PIECE = 250;

  private Population() {}

  /** Somebody whose signals from one instant to another are all uploaded. */
  public record Person(Phone phone, Instant from, Instant to) {}

  /** Uploads that many people's lives and waits until all of it is analysed. */
  public static List<Person> enrol(
      ServerProcess server, int people, int firstSeed, Duration life, Progress bar)
      throws IOException, InterruptedException {
    var operators = new ArrayList<Operator>();
    var lines = new ArrayList<Callable<List<Person>>>();
    for (int line = 0; line < CONNECTIONS; line++) {
      var operator = Operator.of(server);
      operators.add(operator);
      int first = line;
      lines.add(() -> upload(operator, people, first, firstSeed, life, bar));
    }
    try {
      var all = Threads.all(lines).stream().flatMap(List::stream).toList();
      operators.getFirst().awaitAnalysis();
      return all;
    } finally {
      for (var operator : operators) {
        operator.close();
      }
    }
  }

  private static List<Person> upload(
      Operator operator, int people, int first, int firstSeed, Duration life, Progress bar)
      throws IOException, InterruptedException {
    var persons = new ArrayList<Person>();
    for (int i = first; i < people; i += CONNECTIONS) {
      var history =
          PersonHistory.of(firstSeed + i, START, life, Sampling.adaptive(), NoiseProfile.ORDINARY);
      var phone = operator.enrol();
      upload(phone, history);
      persons.add(new Person(phone, START, history.end()));
      synchronized (bar) {
        bar.advance();
      }
    }
    return persons;
  }

  private static void upload(Phone phone, PersonHistory history)
      throws IOException, InterruptedException {
    for (var batch : Body.batches("life", history.batches(FIXES_PER_PIECE).toList())) {
      phone.upload(batch);
    }
  }
}
