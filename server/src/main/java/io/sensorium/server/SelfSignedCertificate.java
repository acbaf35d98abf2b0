package io.sensorium.server;

import io.sensorium.api.common.HttpConfig;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The certificate of the TLS port: the operator's own, or one made at the first start. */
final class SelfSignedCertificate {
  /*
   * The JDK can make a certificate only by its keytool, which is run once in a process of its own.
   * What it makes is turned into the PEM files that the server reads; its key store is deleted.
   */

  private static final String ALIAS = "sensorium";
  private static final String PASSWORD = "only-on-the-way-to-pem";

  private SelfSignedCertificate() {}

  /** Where TLS listens, once its certificate is there; empty when TLS is off. */
  static CompletableFuture<Optional<HttpConfig.TlsListener>> prepare(
      Config.Tls tls, Path directory) {
    if (tls.port() < 0) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    var at = new HttpConfig.Listener(tls.bind(), tls.port());
    if (!tls.certificate().isEmpty() || !tls.key().isEmpty()) {
      return CompletableFuture.completedFuture(
          Optional.of(
              new HttpConfig.TlsListener(
                  at, existing("tls.certificate", tls.certificate()), existing("tls.key", tls.key()))));
    }
    var certificate = directory.resolve("tls.crt");
    var key = directory.resolve("tls.key");
    return CompletableFuture.supplyAsync(
        () -> {
          if (!Files.exists(certificate) || !Files.exists(key)) {
            make(directory, certificate, key);
          }
          return Optional.of(new HttpConfig.TlsListener(at, certificate, key));
        });
  }

  private static Path existing(String setting, String file) {
    if (file.isEmpty() || !Files.isRegularFile(Path.of(file))) {
      throw new ConfigException(setting + ": there is no file '" + file + "'");
    }
    return Path.of(file);
  }

  private static void make(Path directory, Path certificate, Path key) {
    var keyStore = directory.resolve("tls.p12");
    try {
      Files.deleteIfExists(keyStore);
      runKeytool(keyStore);
      var pair = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
      writePem(key, "PRIVATE KEY", pair.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
      writePem(certificate, "CERTIFICATE", pair.getCertificate(ALIAS).getEncoded());
      Files.delete(keyStore);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a certificate in " + directory, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate just made cannot be read", e);
    }
  }

  private static void runKeytool(Path keyStore) throws IOException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias", ALIAS,
                "-keyalg", "EC",
                "-groupname", "secp256r1",
                "-validity", "3650",
                "-dname", "CN=sensorium",
                "-ext", "san=dns:localhost,ip:127.0.0.1,ip:::1",
                "-storetype", "PKCS12",
                "-keystore", keyStore.toString(),
                "-storepass", PASSWORD)
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    }
  }

  private static void writePem(Path file, String label, byte[] content) throws IOException {
    var lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n");
  }
}
