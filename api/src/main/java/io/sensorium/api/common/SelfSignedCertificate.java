package io.sensorium.api.common;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The certificate of a first start, until the operator brings a better one. */
public final class SelfSignedCertificate {

  /** The longest that phones accept. */
  private static final Duration VALIDITY = Duration.ofDays(825);

  private static final Pattern IP_ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

  private SelfSignedCertificate() {}

  /**
   * Writes a certificate and its key (P-256, readable by the owner alone) as PEM.
   *
   * @param names host names and IP addresses that it is valid for
   * @throws IOException when a file cannot be written, or exists already
   */
  public static void write(Path chainFile, Path keyFile, List<String> names, Instant now)
      throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var keys = generator.generateKeyPair();
      writeKey(keyFile, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
      Files.writeString(
          chainFile,
          pem("CERTIFICATE", certificate(keys, names, now)),
          StandardOpenOption.CREATE_NEW);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256 or no SHA-256", e);
    }
  }

  private static byte[] certificate(KeyPair keys, List<String> names, Instant now)
      throws GeneralSecurityException {
    var content = content(keys.getPublic(), names, now);
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    return Der.sequence(content, ecdsaWithSha256(), Der.bits(signature.sign()));
  }

  /** The part that is signed: RFC 5280, 4.1.2. */
  private static byte[] content(PublicKey key, List<String> names, Instant now) {
    var version3 = Der.tagged(0xa0, Der.integer(BigInteger.TWO));
    var serial = Der.integer(new BigInteger(127, new SecureRandom()).setBit(126));
    var commonName = Der.sequence(Der.id(2, 5, 4, 3), Der.text("Sensorium"));
    var name = Der.sequence(Der.set(commonName));
    var validity =
        Der.sequence(Der.time(now.minus(Duration.ofHours(1))), Der.time(now.plus(VALIDITY)));
    return Der.sequence(
        version3,
        serial,
        ecdsaWithSha256(),
        name,
        validity,
        name,
        key.getEncoded(),
        Der.tagged(0xa3, extensions(names)));
  }

  private static byte[] extensions(List<String> names) {
    var authority = Der.sequence(Der.yes()); // a phone can take it as a root
    return Der.sequence(
        Der.sequence(Der.id(2, 5, 29, 19), Der.yes(), Der.octets(authority)),
        Der.sequence(Der.id(2, 5, 29, 37), Der.octets(Der.sequence(serverAuthentication()))),
        Der.sequence(Der.id(2, 5, 29, 17), Der.octets(alternativeNames(names))));
  }

  private static byte[] alternativeNames(List<String> names) {
    var encoded = new byte[names.size()][];
    for (int i = 0; i < encoded.length; i++) {
      var name = names.get(i);
      encoded[i] =
          IP_ADDRESS.matcher(name).matches()
              ? Der.tagged(0x87, InetAddress.ofLiteral(name).getAddress())
              : Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
    }
    return Der.sequence(encoded);
  }

  private static byte[] ecdsaWithSha256() {
    return Der.sequence(Der.id(1, 2, 840, 10045, 4, 3, 2));
  }

  private static byte[] serverAuthentication() {
    return Der.id(1, 3, 6, 1, 5, 5, 7, 3, 1);
  }

  private static void writeKey(Path file, String pem) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, pem);
  }

  private static String pem(String kind, byte[] der) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
