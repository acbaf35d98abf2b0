package io.sensorium.benchmarks.sensors;

import io.sensorium.benchmarks.peers.Batches;
import io.sensorium.benchmarks.peers.Contender;
import io.sensorium.benchmarks.peers.Question;
import io.sensorium.benchmarks.peers.Sending;
import java.io.IOException;
import java.util.List;

/**
 * A load sent once.
 *
 * @param pointsPerSecond acknowledged, from the first byte sent on
 * @param busyCpuMicros the server's processor time for a point, until the last acknowledgement
 * @param wholeCpuMicros the same until the server has done what it put off
 * @param readAtOnce whether the last rows could be read as soon as they were acknowledged
 */
record Pass(
    double pointsPerSecond, double busyCpuMicros, double wholeCpuMicros, boolean readAtOnce) {

  /**
   * Sends a load and looks.
   *
   * @param latest asks for the last row of some series
   * @param last the values that the answer must hold
   */
  static Pass run(Contender server, Batches batches, Question latest, List<String> last)
      throws IOException, InterruptedException {
    double before = server.figures().cpuSeconds();
    double seconds = Sending.send(server, batches);
    double busy = server.figures().cpuSeconds();
    boolean readAtOnce = answersWith(server, latest, last);
    Sending.awaitQuiet(server);
    double whole = server.figures().cpuSeconds();
    return new Pass(
        batches.points() / seconds,
        1e6 * (busy - before) / batches.points(),
        1e6 * (whole - before) / batches.points(),
        readAtOnce);
  }

  private static boolean answersWith(Contender server, Question latest, List<String> last)
      throws IOException {
    try (var line = server.connect(0)) {
      var answer = line.ask(latest);
      return last.stream().allMatch(answer::contains);
    }
  }
}
