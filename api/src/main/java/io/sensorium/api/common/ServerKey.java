package io.sensorium.api.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.regex.Pattern;

/**
 * The server's certificate and its private key, which belong together.
 *
 * @param store its password empty, with the pair alone
 * @param certificate the server's own
 */
record ServerKey(KeyStore store, X509Certificate certificate) {

  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when the files do not hold a chain and its key
   */
  static ServerKey read(KeyFiles files) {
    try {
      return switch (files) {
        case KeyFiles.Pem(var chain, var key) -> readPem(chain, key);
        case KeyFiles.Pkcs12(var store, var passwordFile) -> readPkcs12(store, passwordFile);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(files.files() + " are no certificate with its key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerKey readPem(Path chainFile, Path keyFile)
      throws GeneralSecurityException, IOException {
    try (var in = Files.newInputStream(chainFile)) {
      var chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(new Certificate[0]);
      if (chain.length == 0) {
        throw new IllegalArgumentException(chainFile + " has no certificate");
      }
      return of(privateKey(keyFile, chain[0].getPublicKey().getAlgorithm()), chain);
    }
  }

  private static ServerKey readPkcs12(Path file, Path passwordFile)
      throws GeneralSecurityException, IOException {
    var password = Files.readString(passwordFile).strip().toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password);
    } catch (IOException e) { // its message tells nothing of the password
      throw new IllegalArgumentException(
          file + " is no PKCS#12 file, or its password is not the one in " + passwordFile, e);
    }
    for (var alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password) instanceof PrivateKey key) {
        return of(key, store.getCertificateChain(alias));
      }
    }
    throw new IllegalArgumentException(file + " has no private key");
  }

  private static ServerKey of(PrivateKey key, Certificate[] chain)
      throws GeneralSecurityException, IOException {
    if (!(chain[0] instanceof X509Certificate certificate) || !isOf(key, certificate)) {
      throw new IllegalArgumentException("the private key is not that of the certificate");
    }
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key, new char[0], chain);
    return new ServerKey(store, certificate);
  }

  /** Whether what the key signs is what the certificate's owner signs. */
  private static boolean isOf(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    var algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm(); // such as Ed25519
        };
    var signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(algorithm.getBytes(StandardCharsets.US_ASCII));
    var signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(algorithm.getBytes(StandardCharsets.US_ASCII));
    return signature.verify(signed);
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
