package io.sensorium.benchmarks.reads;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.Body;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Fills a server with people, each with a simulated life of their own. */
final class Readers {

  private static final Instant START = Instant.parse("2026-03-01T23:00:00Z"); // midnight in Ghent
  private static final int CONNECTIONS = 2;
  private static final int FIXES_PER_PIECE = 250;
  private static final int ITEMS_PER_BATCH = 10_000; // the most that the API takes

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
      for (var member : members(lines)) {
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

  private static List<Member> members(List<Callable<List<Member>>> lines)
      throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(lines.size())) {
      var members = new ArrayList<Member>();
      for (var line : threads.invokeAll(lines)) {
        members.addAll(line.get());
      }
      return members;
    } catch (ExecutionException e) {
      throw new BenchException("an upload failed", e);
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
    var batch = new ArrayList<Signals>();
    int items = 0;
    int number = 0;
    for (var piece : (Iterable<Signals>) history.batches(FIXES_PER_PIECE)::iterator) {
      if (items + piece.itemCount() > ITEMS_PER_BATCH) {
        phone.upload(Body.of("life-" + number++, Signals.concat(batch)));
        batch.clear();
        items = 0;
      }
      batch.add(piece);
      items += piece.itemCount();
    }
    phone.upload(Body.of("life-" + number, Signals.concat(batch)));
  }
}
