package io.sensorium.server;

import io.sensorium.api.common.HttpConfig;
import io.sensorium.api.common.KeyFiles;
import io.sensorium.api.common.SelfSignedCertificate;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The certificate of the TLS port: the operator's own, or one made at the first start. */
public final class Certificates {

  /** The certificate that is made at the first start, in the data directory. */
  public static final String OWN_CHAIN = "tls.crt";

  private static final List<String> NAMES = List.of("localhost", "127.0.0.1");

  private Certificates() {}

  /** Where TLS listens, its certificate in place; empty when TLS is off. */
  static Optional<HttpConfig.TlsListener> prepare(Config.Tls tls, Path directory, Instant now) {
    if (tls.port() < 0) {
      return Optional.empty();
    }
    var at = new HttpConfig.Listener(tls.bind(), tls.port());
    if (isPkcs12(tls.certificate())) {
      return Optional.of(
          new HttpConfig.TlsListener(
              at,
              new KeyFiles.Pkcs12(
                  existing("tls.certificate", tls.certificate()),
                  existing("tls.passwordFile", tls.passwordFile()))));
    }
    if (!tls.certificate().isEmpty() || !tls.key().isEmpty()) {
      return Optional.of(
          new HttpConfig.TlsListener(
              at,
              new KeyFiles.Pem(
                  existing("tls.certificate", tls.certificate()), existing("tls.key", tls.key()))));
    }
    var chain = directory.resolve(OWN_CHAIN);
    var key = directory.resolve("tls.key");
    if (!Files.exists(chain) || !Files.exists(key)) {
      make(chain, key, now);
    }
    return Optional.of(new HttpConfig.TlsListener(at, new KeyFiles.Pem(chain, key)));
  }

  private static boolean isPkcs12(String file) {
    return file.endsWith(".p12") || file.endsWith(".pfx");
  }

  /* A half made pair of a start that was killed is made anew. */
  private static void make(Path chain, Path key, Instant now) {
    try {
      Files.deleteIfExists(chain);
      Files.deleteIfExists(key);
      SelfSignedCertificate.write(chain, key, NAMES, now);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a certificate at " + chain, e);
    }
  }

  private static Path existing(String setting, String file) {
    if (file.isEmpty() || !Files.isRegularFile(Path.of(file))) {
      throw new ConfigException(setting + ": there is no file '" + file + "'");
    }
    return Path.of(file);
  }
}
