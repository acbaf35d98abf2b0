package io.sensorium.api.common;

import io.sensorium.core.bytes.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the certificate that the server shows the one of its files. Files that hold none are told
 * of, and the one before stays in use; connections that are open keep the one they know.
 */
final class CertificateKeeper {

  private static final Logger log = LoggerFactory.getLogger(CertificateKeeper.class);

  private final KeyFiles files;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private String seen;
  private X509Certificate certificate;
  private Instant loadedAt;
  private @Nullable String problem;

  /**
   * @throws IllegalArgumentException when the files do not hold a certificate and its key
   */
  CertificateKeeper(KeyFiles files, Instant now) {
    this.files = files;
    this.seen = fingerprint();
    var key = ServerKey.read(files);
    this.certificate = key.certificate();
    this.loadedAt = now;
    use(context, key);
  }

  SslContextFactory.Server context() {
    return context;
  }

  synchronized CertificateStatus status() {
    return new CertificateStatus(
        certificate.getSubjectX500Principal().getName(),
        certificate.getNotAfter().toInstant(),
        loadedAt,
        problem);
  }

  /** Looks whether the files have changed since they were looked at. */
  synchronized void look(Instant now) {
    var found = fingerprint();
    if (!found.equals(seen)) {
      seen = found;
      problem = reload(now);
    }
  }

  /** What is wrong, or null. */
  private @Nullable String reload(Instant now) {
    try {
      var key = ServerKey.read(files);
      context.reload(it -> use(it, key));
      certificate = key.certificate();
      loadedAt = now;
      log.info(
          "the certificate of {} is in use, valid until {}",
          certificate.getSubjectX500Principal(),
          certificate.getNotAfter().toInstant());
      return null;
    } catch (Exception e) { // what Jetty's life cycle declares, or what is wrong with the files
      log.error("the new certificate is not taken, the old one stays: {}", e.getMessage());
      return String.valueOf(e.getMessage());
    }
  }

  private static void use(SslContextFactory context, ServerKey key) {
    context.setKeyStore(key.store());
    context.setKeyStorePassword("");
  }

  /** Of the bytes of the files: their times tell too little. */
  private String fingerprint() {
    try {
      var digest = Digests.sha256();
      for (var file : files.files()) {
        digest.update(Files.readAllBytes(file));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }
}
