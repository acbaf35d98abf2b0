package io.sensorium.core.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * A URL that notifications may be sent to, by its form; where its name leads is known only when
 * something is sent.
 */
public record CallbackUrl(String text) {

  public static final int MAX_LENGTH = 2_000;

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int FIRST_FREE_PORT = 1_024;
  private static final int LAST_PORT = 0xffff;

  /** From 1024 up, those that the Fetch standard blocks: other protocols live there. */
  private static final Set<Integer> PORTS_OF_OTHERS =
      Set.of(
          1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
          6669, 6679, 6697, 10080);

  public CallbackUrl {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a URL has at most " + MAX_LENGTH + " characters");
    }
    check(parse(text));
  }

  public URI uri() {
    return parse(text);
  }

  /** The scheme in small letters: http or https. */
  public String scheme() {
    return scheme(uri());
  }

  /** As it is connected to: the scheme's own port where the URL names none. */
  public int port() {
    return port(uri());
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: " + e.getReason(), e);
    }
  }

  private static void check(URI uri) {
    var scheme = scheme(uri);
    require(scheme.equals("http") || scheme.equals("https"), "a URL begins with http or https");
    require(uri.getRawUserInfo() == null, "a URL must not have a user or a password");
    require(uri.getHost() != null, "a URL needs a host of letters, digits, hyphens and dots");
    require(uri.getRawFragment() == null, "a URL must not have a fragment");
    int port = port(uri);
    require(isAllowed(port), "port " + port + " is refused: 80, 443 and most from 1024 up are not");
  }

  private static boolean isAllowed(int port) {
    return port == HTTP_PORT
        || port == HTTPS_PORT
        || (port >= FIRST_FREE_PORT && port <= LAST_PORT && !PORTS_OF_OTHERS.contains(port));
  }

  private static String scheme(URI uri) {
    var scheme = uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return scheme(uri).equals("https") ? HTTPS_PORT : HTTP_PORT;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
