package io.sensorium.store.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path parent;

  @Test
  void aSecondHolderIsRefusedAndToldOfTheFirst() {
    var directory = parent.resolve("data");
    try (var lock = DirectoryLock.acquire(directory, NOW)) {
      lock.announce("http://127.0.0.1:8080");

      assertThatThrownBy(() -> DirectoryLock.acquire(directory, NOW))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("http://127.0.0.1:8080")
          .hasMessageContaining("2026-03-01T12:00:00Z");
    }
  }

  @Test
  void othersFindTheHolderWhileItHolds() {
    var directory = parent.resolve("data");
    assertThat(DirectoryLock.findHolder(directory)).isEmpty();
    try (var lock = DirectoryLock.acquire(directory, NOW)) {
      lock.announce("http://127.0.0.1:8080");

      assertThat(DirectoryLock.findHolder(directory))
          .contains(new Holder(ProcessHandle.current().pid(), "http://127.0.0.1:8080", NOW));
    }
    assertThat(DirectoryLock.findHolder(directory)).isEmpty();
  }

  @Test
  void aFileLeftBehindByADeadProcessIsNoHindrance() throws Exception {
    Files.writeString(
        parent.resolve("lock"), new Holder(4_000_000, "http://127.0.0.1:1", NOW).format());

    assertThat(DirectoryLock.findHolder(parent)).isEmpty();
    DirectoryLock.acquire(parent, NOW).close();
  }

  @Test
  void aNewDirectoryIsForItsOwnerOnly() throws Exception {
    var directory = parent.resolve("deep/data");

    DirectoryLock.acquire(directory, NOW).close();

    assertThat(Files.getPosixFilePermissions(directory))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }
}
