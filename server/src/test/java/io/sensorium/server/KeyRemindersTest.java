package io.sensorium.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Secret;
import io.sensorium.store.sql.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class KeyRemindersTest {

  private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");

  @TempDir private Path directory;

  @Test
  void anOwnerIsRemindedTwiceHoweverOftenOneLooks() {
    var told = new ListAppender<ILoggingEvent>();
    told.start();
    var log = (Logger) LoggerFactory.getLogger(KeyReminders.class);
    log.addAppender(told);
    try (var store = Store.openSqlite(directory)) {
      var key =
          new Credential(
              "key-1",
              Credential.Kind.API_KEY,
              "app-1",
              "reader",
              Secret.sha256("x"),
              Set.of(),
              Instant.EPOCH,
              END,
              null);
      store.identities().addCredential(key, 10, Instant.EPOCH);
      var reminders = new KeyReminders(store.identities());
      for (int hour = 24 * 30; hour > -24; hour--) {
        reminders.look(END.minus(Duration.ofHours(hour)));
      }
    } finally {
      log.detachAppender(told);
    }

    assertThat(told.list)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line.getFormattedMessage())
                    .isEqualTo("API key key-1 (reader) of application app-1 expires at " + END));
  }
}
