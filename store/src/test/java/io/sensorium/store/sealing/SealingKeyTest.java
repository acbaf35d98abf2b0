package io.sensorium.store.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyTest {

  private static final byte[] SECRET = "something to keep".getBytes(UTF_8);

  @TempDir Path directory;

  @Test
  void theKeyIsMadeOnceForItsOwnerOnly() throws IOException {
    var sealed = SealingKey.ofDirectory(directory).seal(SECRET, "row 1");

    assertThat(SealingKey.ofDirectory(directory).unseal(sealed, "row 1")).isEqualTo(SECRET);
    var file = directory.resolve(SealingKey.FILE_NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void theSameSecretIsSealedDifferentlyEachTimeAndShowsNothing() {
    var key = SealingKey.ofDirectory(directory);

    var sealed = key.seal(SECRET, "row 1");

    assertThat(key.seal(SECRET, "row 1")).isNotEqualTo(sealed);
    assertThat(new String(sealed, UTF_8)).doesNotContain("something");
  }

  @Test
  void aSecretOfAnotherRowIsRefused() {
    var key = SealingKey.ofDirectory(directory);
    var sealed = key.seal(SECRET, "row 1");

    assertThatThrownBy(() -> key.unseal(sealed, "row 2")).isInstanceOf(StoreException.class);
  }

  @Test
  void aChangedByteAnywhereIsRefused() {
    var key = SealingKey.ofDirectory(directory);
    var sealed = key.seal(SECRET, "row 1");

    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> key.unseal(changed, "row 1")).isInstanceOf(StoreException.class);
    }
    assertThatThrownBy(() -> key.unseal(new byte[0], "row 1")).isInstanceOf(StoreException.class);
  }

  @Test
  void aFileThatHoldsNoKeyIsNamed() throws IOException {
    Files.writeString(directory.resolve(SealingKey.FILE_NAME), "not a key");

    assertThatThrownBy(() -> SealingKey.ofDirectory(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("secret.key")
        .hasMessageContaining("64 hexadecimal digits");
  }
}
