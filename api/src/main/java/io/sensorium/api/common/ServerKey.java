package io.sensorium.api.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads a certificate chain and its private key from PEM files. */
final class ServerKey {

  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private ServerKey() {}

  /**
   * A key store, its password empty, with the pair alone.
   *
   * @throws IllegalArgumentException when the files do not hold a chain and its key
   */
  static KeyStore read(Path chainFile, Path keyFile) {
    try (var in = Files.newInputStream(chainFile)) {
      var chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(new Certificate[0]);
      if (chain.length == 0) {
        throw new IllegalArgumentException(chainFile + " has no certificate");
      }
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var key = privateKey(keyFile, chain[0].getPublicKey().getAlgorithm());
      store.setKeyEntry("server", key, new char[0], chain);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          chainFile + " and " + keyFile + " are no certificate chain with its key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrivateKey privateKey(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    var pem = PKCS8.matcher(Files.readString(file));
    if (!pem.find()) {
      throw new IllegalArgumentException(
          file + " has no unencrypted PKCS#8 key; `openssl pkcs8 -topk8 -nodes -in KEY` makes one");
    }
    var der = Base64.getMimeDecoder().decode(pem.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
