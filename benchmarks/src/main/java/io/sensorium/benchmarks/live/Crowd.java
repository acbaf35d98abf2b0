package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.pipeline.ServerProcess;
import io.sensorium.benchmarks.pipeline.Threads;
import io.sensorium.benchmarks.report.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Many people's days at once: a busy server, as one is that serves thousands at a real pace. */
final class Crowd {
  /*
   * The next upload of a person comes when all others on the same connection had their turn, so that
   * each is folded on its own. Connections share syncs of the disk, as they do at any busy server.
   */

  private static final int CONNECTIONS = 2;
  private static final int FIRST_SEED = 101;

  private record Member(Phone phone, LiveDay day) {}

  private Crowd() {}

  /** How many uploads that many people send. */
  static int uploads(int people) {
    return people * LiveDay.UPLOADS;
  }

  static Load measure(ServerProcess server, Operator operator, int people, Progress bar)
      throws IOException, InterruptedException {
    var lines = new ArrayList<Callable<Integer>>();
    var operators = new ArrayList<Operator>();
    for (int line = 0; line < CONNECTIONS; line++) {
      var own = Operator.of(server);
      operators.add(own);
      var members = members(own, people, line);
      lines.add(() -> send(members));
    }
    try {
      var load = Load.measure(server, operator, uploads(people), () -> Threads.all(lines));
      bar.advance(uploads(people));
      return load;
    } finally {
      for (var own : operators) {
        own.close();
      }
    }
  }

  private static List<Member> members(Operator operator, int people, int line)
      throws IOException, InterruptedException {
    var members = new ArrayList<Member>();
    for (int i = line; i < people; i += CONNECTIONS) {
      members.add(new Member(operator.enrol(), LiveDay.of(FIRST_SEED + i)));
    }
    return members;
  }

  private static int send(List<Member> members) throws IOException, InterruptedException {
    for (int i = 0; i < LiveDay.UPLOADS; i++) {
      for (var member : members) {
        member.phone().upload(member.day().uploads().get(i));
      }
    }
    return members.size();
  }
}
