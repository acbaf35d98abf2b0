package io.sensorium.api.common;

import java.nio.file.Path;
import java.util.List;

/** Where the server's certificate chain and its private key are. */
public sealed interface KeyFiles {

  /** The files that tell of a change. */
  List<Path> files();

  /**
   * Two PEM files.
   *
   * @param certificateChain the server's own certificate first
   * @param privateKey PKCS#8, not encrypted
   */
  record Pem(Path certificateChain, Path privateKey) implements KeyFiles {
    @Override
    public List<Path> files() {
      return List.of(certificateChain, privateKey);
    }
  }

  /**
   * One PKCS#12 file with one key.
   *
   * @param passwordFile holds the password of the store and the key, and nothing else
   */
  record Pkcs12(Path store, Path passwordFile) implements KeyFiles {
    @Override
    public List<Path> files() {
      return List.of(store, passwordFile);
    }
  }
}
