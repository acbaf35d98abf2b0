package io.sensorium.api.auth;

import io.sensorium.api.common.RateLimiter;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.SensorUsers;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Finds out who shows an e-mail address and a password, and hashes passwords. */
public final class Passwords {
  /*
   * Every request of the sensor API shows a password, and to verify one takes a twentieth of a second
   * by design. So one that was verified is remembered for five minutes, as an HMAC of it with the
   * stored hash under a key that only this process knows: another stored hash, and it does not fit
   * any more. The user is read again whenever any user changed.
   *
   * Only what must be verified is throttled, and only failures count: who knows the password is not
   * locked out by others behind the same proxy, unless they guess at that very account.
   */

  /** So long a verified password is remembered. */
  static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MAX_REMEMBERED = 20_000;
  private static final String HMAC = "HmacSHA256";

  private record Known(
      long changeCount, SensorUser user, String storedHash, String proof, Instant until) {}

  private final SensorUsers users;
  private final RateLimiter failuresOfAccount;
  private final RateLimiter failuresOfAddress;
  private final InstantSource clock;
  private final Argon2id argon2id;
  private final SecretKeySpec key;
  private final String hashOfNobody;
  private final Map<String, Known> remembered = new ConcurrentHashMap<>();

  /**
   * @param failuresOfAccount limits wrong passwords for each e-mail address
   * @param failuresOfAddress limits wrong passwords from each network address
   * @param random secure; draws salts and the process's own key
   */
  public Passwords(
      SensorUsers users,
      RateLimiter failuresOfAccount,
      RateLimiter failuresOfAddress,
      InstantSource clock,
      RandomGenerator random) {
    this.users = users;
    this.failuresOfAccount = failuresOfAccount;
    this.failuresOfAddress = failuresOfAddress;
    this.clock = clock;
    this.argon2id = new Argon2id(random);
    var bytes = new byte[32];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, HMAC);
    this.hashOfNobody = argon2id.hashOfNobody();
  }

  /** To be stored: text with its parameters and a salt of its own. */
  public String hash(String password) {
    return argon2id.hash(password);
  }

  /** Whether it is the password that was hashed. */
  public boolean verify(String password, String hash) {
    return argon2id.verify(password, hash);
  }

  /**
   * The user; empty when the e-mail address is unknown or the password is another, which take the
   * same time.
   *
   * @throws io.sensorium.api.common.ApiError RATE_LIMITED after too many failures
   */
  public Optional<SensorUser> authenticate(String email, String password, InetAddress peer) {
    var account = email.toLowerCase(Locale.ROOT);
    var known = remembered.get(account);
    if (known != null && clock.instant().isBefore(known.until())) {
      var current = refreshed(account, known);
      if (current.isPresent() && proves(current.get(), password)) {
        return current.map(Known::user);
      }
    }
    return verified(account, password, peer);
  }

  /** What is known of the account as it is now; empty when its password was changed. */
  private Optional<Known> refreshed(String account, Known known) {
    long changeCount = users.changeCount(); // asked first: what changes later, counts as later
    if (known.changeCount() == changeCount) {
      return Optional.of(known);
    }
    var user = users.findByEmail(account);
    if (user.isEmpty() || !known.storedHash().equals(storedHash(user.get()))) {
      remembered.remove(account, known);
      return Optional.empty();
    }
    var current =
        new Known(changeCount, user.get(), known.storedHash(), known.proof(), known.until());
    remembered.replace(account, known, current);
    return Optional.of(current);
  }

  private Optional<SensorUser> verified(String account, String password, InetAddress peer) {
    var address = peer.getHostAddress();
    failuresOfAccount.check(account);
    failuresOfAddress.check(address);
    long changeCount = users.changeCount();
    var user = users.findByEmail(account);
    var hash = user.map(this::storedHash).orElse(hashOfNobody);
    if (!argon2id.verify(password, hash) || user.isEmpty()) {
      return Optional.empty();
    }
    failuresOfAccount.giveBack(account);
    failuresOfAddress.giveBack(address);
    remember(account, changeCount, user.get(), hash, password);
    return user;
  }

  private String storedHash(SensorUser user) {
    return users.getPasswordHash(user.id());
  }

  private void remember(
      String account, long changeCount, SensorUser user, String hash, String password) {
    var now = clock.instant();
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.values().removeIf(known -> !now.isBefore(known.until()));
    }
    if (remembered.size() < MAX_REMEMBERED) {
      var until = now.plus(REMEMBERED);
      remembered.put(account, new Known(changeCount, user, hash, proof(hash, password), until));
    }
  }

  private boolean proves(Known known, String password) {
    return MessageDigest.isEqual(
        known.proof().getBytes(StandardCharsets.US_ASCII),
        proof(known.storedHash(), password).getBytes(StandardCharsets.US_ASCII));
  }

  private String proof(String storedHash, String password) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(storedHash.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
