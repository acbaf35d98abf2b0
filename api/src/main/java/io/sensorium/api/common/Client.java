package io.sensorium.api.common;

import java.net.InetAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and whether by TLS: the other end of the connection, or whom a trusted proxy
 * names in {@code X-Forwarded-For} and {@code X-Forwarded-Proto}.
 */
record Client(InetAddress address, boolean secure) {

  /** The headers of whoever is no trusted proxy count for nothing. */
  static Client of(InetAddress peer, boolean secure, HttpFields headers, HttpConfig config) {
    if (!config.isTrustedProxy(peer)) {
      return new Client(peer, secure);
    }
    return new Client(address(peer, headers, config), secure || isForwardedFromTls(headers));
  }

  /** Each proxy adds whom it saw at the right; the first from there that is none is the client. */
  private static InetAddress address(InetAddress peer, HttpFields headers, HttpConfig config) {
    var named = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
    var client = peer;
    for (int i = named.size() - 1; i >= 0 && config.isTrustedProxy(client); i--) {
      var address = parse(named.get(i));
      if (address == null) {
        break;
      }
      client = address;
    }
    return client;
  }

  private static boolean isForwardedFromTls(HttpFields headers) {
    var protocols = headers.getCSV(HttpHeader.X_FORWARDED_PROTO, false);
    return !protocols.isEmpty() && protocols.getLast().equalsIgnoreCase("https");
  }

  private static @Nullable InetAddress parse(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null; // such as "unknown"
    }
  }
}
