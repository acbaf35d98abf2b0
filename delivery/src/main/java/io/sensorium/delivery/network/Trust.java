package io.sensorium.delivery.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: the authorities that Java knows, and some of one's own. */
public final class Trust {

  private Trust() {}

  /** A context that trusts what Java does. */
  public static SSLContext ofSystem() {
    return context(managersOfSystem());
  }

  /**
   * A context that trusts the authorities of a PEM file too.
   *
   * @throws IllegalArgumentException when the file cannot be read, or holds no certificate
   */
  public static SSLContext withAuthorities(Path pemFile) {
    return context(managersWithAuthorities(pemFile));
  }

  /** As {@link #ofSystem()}, for clients that make their own context. */
  public static TrustManagerFactory managersOfSystem() {
    return managers(List.of());
  }

  /**
   * As {@link #withAuthorities(Path)}, for clients that make their own context.
   *
   * @throws IllegalArgumentException when the file cannot be read, or holds no certificate
   */
  public static TrustManagerFactory managersWithAuthorities(Path pemFile) {
    try (var in = Files.newInputStream(pemFile)) {
      var certificates = read(in);
      if (certificates.isEmpty()) {
        throw new IllegalArgumentException(pemFile + " holds no certificate");
      }
      return managers(certificates);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot read certificates from " + pemFile, e);
    }
  }

  private static List<X509Certificate> read(InputStream in) throws GeneralSecurityException {
    var certificates = new ArrayList<X509Certificate>();
    for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
      certificates.add((X509Certificate) certificate);
    }
    return certificates;
  }

  private static SSLContext context(TrustManagerFactory managers) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private static TrustManagerFactory managers(List<X509Certificate> own) {
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (var certificate : Stream.concat(own.stream(), knownToJava()).toList()) {
        store.setCertificateEntry("authority-" + store.size(), certificate);
      }
      return managers(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java has its authorities", e);
    }
  }

  private static Stream<X509Certificate> knownToJava() throws GeneralSecurityException {
    return Stream.of(managers((KeyStore) null).getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()));
  }

  /** Of a store's certificates, or of those that Java knows when there is none. */
  private static TrustManagerFactory managers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
