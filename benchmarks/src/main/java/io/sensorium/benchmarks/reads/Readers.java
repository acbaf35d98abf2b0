package io.sensorium.benchmarks.reads;

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
final class Readers {

  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z"); // midnight in Ghent
  private static final int CONNECTIONS = 2;
  private static final int FIXES_PER_PIECE = 250;

  private Readers() {}

  private record Member(Phone phone, PersonHistory history) {}

  /** Uploads that many people's lives and waits until all of it is analysed. */
  static List<Reader> enrol(
      ServerProcess server, int people, int firstSeed, Duration life, Progress bar)
      throws IOException, InterruptedException {
    var operators = new ArrayList<Operator>();
    var lines = new ArrayList<Callable<List<Member>>>();
    for (int line = 0; line < CONNECTIONS; line++) {
      var operator = Operator.of(server);
      operators.add(operator);
      int first = line;
      lines.add(() -> upload(operator, people, first, firstSeed, life, bar));
    }
    try {
      var readers = new ArrayList<Reader>();
      for (var member : Threads.all(lines).stream().flatMap(List::stream).toList()) {
        operators.getFirst().awaitAnalysis();
        readers.add(Reader.of(member.phone(), START, member.history().end()));
      }
      return readers;
    } finally {
      for (var operator : operators) {
        operator.close();
      }
    }
  }

  private static List<Member> upload(
      Operator operator, int people, int first, int firstSeed, Duration life, Progress bar)
      throws IOException, InterruptedException {
    var members = new ArrayList<Member>();
    for (int i = first; i < people; i += CONNECTIONS) {
      var history =
          PersonHistory.of(firstSeed + i, START, life, Sampling.adaptive(), NoiseProfile.ORDINARY);
      var phone = operator.enrol();
      upload(phone, history);
      members.add(new Member(phone, history));
      synchronized (bar) {
        bar.advance();
      }
    }
    return members;
  }

  private static void upload(Phone phone, PersonHistory history)
      throws IOException, InterruptedException {
    for (var batch : Body.batches("life", history.batches(FIXES_PER_PIECE).toList())) {
      phone.upload(batch);
    }
  }
}
