package io.sensorium.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.UserId;
import io.sensorium.store.Samples;
import io.sensorium.store.inbox.InboxEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DurabilityTest {

  private static final int KILLS = 5;

  private final SqliteFixture fixture = new SqliteFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
    var acknowledged = new ArrayList<Long>();
    for (int run = 0; run < KILLS; run++) {
      linesUntilKilled(run, "inbox", "\\d+", 50 + 37 * run).stream()
          .map(Long::valueOf)
          .forEach(acknowledged::add);
    }

    try (var store = fixture.open()) {
      var found = new HashSet<Long>();
      for (var user : store.inbox().listPendingUsers()) {
        store.inbox().listEntries(user, Integer.MAX_VALUE).stream()
            .map(InboxEntry::position)
            .forEach(found::add);
      }
      assertThat(acknowledged).hasSizeGreaterThan(50 * KILLS).doesNotHaveDuplicates();
      assertThat(found).containsAll(acknowledged);
      assertThat(store.checkIntegrity(_ -> {})).isEmpty();
    }
  }

  @Test
  void whatWasTakenInAtOnceIsInTheArchiveAfterEveryKill() throws Exception {
    var acknowledged = new ArrayList<String>();
    for (int run = 0; run < KILLS; run++) {
      acknowledged.addAll(linesUntilKilled(run, "at-once", "[0-9a-f]{24} \\d+", 50 + 37 * run));
    }

    try (var store = fixture.open()) {
      assertThat(acknowledged).hasSizeGreaterThan(50 * KILLS);
      for (var line : acknowledged) {
        int space = line.indexOf(' ');
        var user = new UserId(line.substring(0, space));
        long micros = Samples.second(Long.parseLong(line.substring(space + 1)));
        assertThat(store.archive().readFixes(user, micros, micros).size()).isOne();
      }
      assertThat(store.checkIntegrity(_ -> {})).isEmpty();
    }
  }

  /** What the process had told by the time it was gone. */
  private List<String> linesUntilKilled(int run, String way, String form, int enough)
      throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                fixture.directory().toString(),
                Integer.toString(run),
                way)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var told = new ArrayList<String>();
    try (var lines = process.inputReader(UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches(form)) { // the kill may cut the last line: then it was not told
          told.add(line);
        }
        if (told.size() == enough) {
          process.toHandle().destroyForcibly(); // unlike the process, it leaves the output open
        }
      }
    }
    return told.size() > enough ? told.subList(0, told.size() - 1) : told;
  }
}
