package io.sensorium.delivery.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate, made by the tool that comes with Java.
 *
 * @param store with certificate and key, of the kind PKCS12
 * @param pem the certificate alone
 */
public record Certificate(Path store, Path pem) {

  public static final String PASSWORD = "changeit";

  /** Makes one that is valid for a name, in a directory. */
  public static Certificate make(Path directory, String name) {
    var made = new Certificate(directory.resolve("tls.p12"), directory.resolve("tls.pem"));
    var store = List.of("-keystore", made.store.toString(), "-storepass", PASSWORD, "-alias", "a");
    keytool(
        store, List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=" + name));
    keytool(store, List.of("-exportcert", "-rfc", "-file", made.pem.toString()));
    return made;
  }

  /** What a server with this certificate needs. */
  public SSLContext ofServer() {
    try (var in = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void keytool(List<String> store, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(store);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("keytool failed: " + command);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
