package io.sensorium.store.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a data directory, under which secrets are sealed that must be used again: AES-256-GCM.
 * Safe for use by many threads.
 */
public final class SealingKey {
  /*
   * A sealed secret is a version byte, a random nonce of 12 bytes, and the ciphertext with its tag of
   * 16 bytes. What the secret belongs to is authenticated with it, so that nobody who can write to
   * the database can give one row's secret to another.
   */

  public static final String FILE_NAME = "secret.key";

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSION = 1;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private SealingKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The key in the directory's file, which is made, for its owner only, when there is none. */
  public static SealingKey ofDirectory(Path directory) {
    var file = directory.resolve(FILE_NAME);
    try {
      if (!Files.exists(file)) {
        write(file);
      }
      return new SealingKey(read(file));
    } catch (IOException e) {
      throw new StoreException("cannot use " + file + ": " + e.getMessage(), false, e);
    }
  }

  /**
   * Encrypts a secret.
   *
   * @param belongsTo must be the same when it is opened
   */
  public byte[] seal(byte[] secret, String belongsTo) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(secret);
      return ByteBuffer.allocate(1 + nonce.length + ciphertext.length)
          .put(VERSION)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /**
   * Decrypts what was sealed.
   *
   * @throws StoreException when it was sealed under another key, or for something else, or changed
   */
  public byte[] unseal(byte[] sealed, String belongsTo) {
    try {
      if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
        throw new StoreException("not a sealed secret, of " + belongsTo);
      }
      var nonce = new byte[NONCE_BYTES];
      System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
      int start = 1 + NONCE_BYTES;
      return cipher(Cipher.DECRYPT_MODE, nonce, belongsTo)
          .doFinal(sealed, start, sealed.length - start);
    } catch (GeneralSecurityException e) {
      throw new StoreException(
          "the secret of " + belongsTo + " was sealed under another " + FILE_NAME, false, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String belongsTo) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(belongsTo.getBytes(UTF_8));
    return cipher;
  }

  private static void write(Path file) throws IOException {
    var drawn = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(drawn);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, ownerOnly)) {
      channel.write(ByteBuffer.wrap((HexFormat.of().formatHex(drawn) + "\n").getBytes(US_ASCII)));
      channel.force(true);
    }
  }

  private static byte[] read(Path file) throws IOException {
    try {
      var key = HexFormat.of().parseHex(Files.readString(file, US_ASCII).strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("it does not hold " + 2 * KEY_BYTES + " hexadecimal digits", e);
    }
    throw new IOException("it does not hold " + 2 * KEY_BYTES + " hexadecimal digits");
  }
}
