package io.sensorium.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.SensorUsers;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import io.sensorium.store.sql.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

  private static final String EMAIL = "anna@example.org";
  private static final String PASSWORD = "12345678";
  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
  private static final int FAILURES = 3;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final InetAddress here = InetAddress.getLoopbackAddress();
  @TempDir private Path directory;
  private Store store;
  private SensorUsers users;
  private Passwords passwords;
  private SensorUser anna;

  @BeforeEach
  void open() {
    store = Store.openSqlite(directory);
    users = store.sensorUsers();
    passwords =
        new Passwords(users, limiter(FAILURES), limiter(2 * FAILURES), clock, new SecureRandom());
    anna = user(EMAIL);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RateLimiter limiter(int perMinute) {
    return new RateLimiter(perMinute, perMinute, 100, clock);
  }

  private SensorUser user(String email) {
    return users
        .create(new NewUser(null, email, passwords.hash(PASSWORD), "My", "Name", Set.of(), NOW))
        .orElseThrow();
  }

  private Optional<SensorUser> authenticate(String email, String password) {
    return passwords.authenticate(email, password, here);
  }

  @Test
  void aHashHoldsForItsPasswordAloneAndIsSaltedAnewEachTime() {
    var hash = passwords.hash(PASSWORD);

    assertThat(hash).startsWith("$argon2id$v=19$m=12288,t=3,p=1$");
    assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
    assertThat(passwords.verify(PASSWORD, hash)).isTrue();
    assertThat(passwords.verify("12345679", hash)).isFalse();
    assertThat(passwords.verify("pässwörd", passwords.hash("pässwörd"))).isTrue();
  }

  /** Of the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1, with "password". */
  @Test
  void aHashMadeElsewhereWithOtherParametersHolds() {
    var hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(passwords.verify("password", hash)).isTrue();
    assertThat(passwords.verify("Password", hash)).isFalse();
  }

  @Test
  void whoShowsTheRightPasswordIsKnownHoweverTheAddressIsWritten() {
    assertThat(authenticate(EMAIL, PASSWORD)).contains(anna);
    assertThat(authenticate("Anna@Example.ORG", PASSWORD)).contains(anna);
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
    assertThat(authenticate(EMAIL, "wrong password")).isEmpty();
    assertThat(authenticate("nobody@example.org", PASSWORD)).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedAlsoWhileTheRightOneIsRemembered() {
    authenticate(EMAIL, PASSWORD);

    assertThat(authenticate(EMAIL, "wrong password")).isEmpty();
    assertThat(authenticate(EMAIL, PASSWORD)).contains(anna);
  }

  @Test
  void guessingAtAnAccountIsSlowedDownAndItsUserIsNotWhileRemembered() {
    authenticate(EMAIL, PASSWORD);
    for (int i = 0; i < FAILURES; i++) {
      authenticate(EMAIL, "guess " + i);
    }

    assertThatThrownBy(() -> authenticate(EMAIL, "one more guess"))
        .isInstanceOfSatisfying(ApiError.class, error -> assertThat(error.status()).isEqualTo(429));
    assertThat(authenticate(EMAIL, PASSWORD)).contains(anna);

    now.set(NOW.plus(Passwords.REMEMBERED));
    for (int i = 0; i < FAILURES; i++) {
      authenticate(EMAIL, "guess " + i);
    }

    assertThatThrownBy(() -> authenticate(EMAIL, PASSWORD)).isInstanceOf(ApiError.class);
  }

  @Test
  void guessingAtManyAccountsFromOneAddressIsSlowedDown() {
    for (int i = 0; i < 2 * FAILURES; i++) {
      authenticate("user" + i + "@example.org", "guess");
    }

    assertThatThrownBy(() -> authenticate(EMAIL, PASSWORD)).isInstanceOf(ApiError.class);
  }

  @Test
  void successesDoNotCountAsFailures() {
    for (int i = 0; i < 4 * FAILURES; i++) {
      now.updateAndGet(at -> at.plus(Passwords.REMEMBERED));
      assertThat(authenticate(EMAIL, PASSWORD)).contains(anna);
    }
    for (int i = 0; i < 4 * FAILURES; i++) { // the clock stands: nothing is refilled
      user("other" + i + "@example.org");
      assertThat(authenticate("other" + i + "@example.org", PASSWORD)).isPresent();
    }
  }

  @Test
  void aChangedPasswordHoldsAtOnceAndTheOldOneNoMore() {
    authenticate(EMAIL, PASSWORD);

    users.setPasswordHash(anna.id(), passwords.hash("another password"));

    assertThat(authenticate(EMAIL, PASSWORD)).isEmpty();
    assertThat(authenticate(EMAIL, "another password")).contains(anna);
  }

  @Test
  void changedPrivilegesHoldAtOnce() {
    authenticate(EMAIL, PASSWORD);

    users.setPrivileges(anna.id(), Set.of(Privilege.SET_INTERVAL));

    assertThat(authenticate(EMAIL, PASSWORD).orElseThrow().may(Privilege.SET_INTERVAL)).isTrue();
  }

  @Test
  void aDeletedUserIsRefusedAtOnce() {
    authenticate(EMAIL, PASSWORD);

    users.delete(anna.id());

    assertThat(authenticate(EMAIL, PASSWORD)).isEmpty();
  }

  @Test
  void manyWhoComeAtOnceAreAllAnswered() throws Exception {
    var logins = new ArrayList<Callable<Optional<SensorUser>>>();
    for (int i = 0; i < FAILURES; i++) {
      logins.add(() -> authenticate(EMAIL, PASSWORD));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var login : threads.invokeAll(logins)) {
        assertThat(login.get()).contains(anna);
      }
    }
  }
}
