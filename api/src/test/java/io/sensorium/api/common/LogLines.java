package io.sensorium.api.common;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;

/** What the server writes into its log while it is open. */
@NullMarked
final class LogLines implements AutoCloseable {

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.sensorium");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  LogLines() {
    lines.start();
    logger.setLevel(Level.DEBUG);
    logger.addAppender(lines);
  }

  /** Waits for a line that has the text, as a client sees its answer before it is written. */
  String awaitLineWith(String text) {
    for (int i = 0; i < 1_000; i++) {
      var found = list().stream().filter(line -> line.contains(text)).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new AssertionError("no line with " + text + " in " + list());
  }

  List<String> list() {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
