package io.sensorium.api.common;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Host and Origin headers are answered. They keep web pages of other sites, and names that
 * point to this machine without its knowledge (DNS rebinding), from using it.
 */
final class SiteRules {
  /*
   * An IP address as host is always answered: rebinding needs a name. So a phone in the same
   * network needs no configuration.
   */

  private static final String EXPOSED =
      "ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset";

  private final Set<String> allowedHosts;
  private final Set<String> corsOrigins;

  SiteRules(Set<String> allowedHosts, Set<String> corsOrigins) {
    this.allowedHosts = allowedHosts;
    this.corsOrigins = corsOrigins;
  }

  /**
   * @param authority of the request, {@code host[:port]}
   * @throws ApiError FORBIDDEN when one of them is foreign
   */
  void check(String authority, Optional<String> origin) {
    if (!isAllowedHost(hostName(authority))) {
      throw ApiError.forbidden("this server does not answer for the host in the request");
    }
    if (origin.isPresent() && !isOwn(origin.get(), authority) && !isAllowed(origin.get())) {
      throw ApiError.forbidden("pages of another origin may not call");
    }
  }

  /** What a browser needs to let the page of an allowed origin read the answer. */
  Map<String, String> corsHeaders(Optional<String> origin) {
    if (corsOrigins.isEmpty()) {
      return Map.of();
    }
    return origin
        .filter(this::isAllowed)
        .map(
            allowed ->
                Map.of(
                    "Access-Control-Allow-Origin",
                    allowed,
                    "Access-Control-Expose-Headers",
                    EXPOSED,
                    "Vary",
                    "Origin"))
        .orElse(Map.of("Vary", "Origin"));
  }

  /** Further headers of the answer to a preflight request. */
  static Map<String, String> preflightHeaders(String allow) {
    return Map.of(
        "Access-Control-Allow-Methods", allow,
        "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Content-Encoding, If-None-Match, Last-Event-ID",
        "Access-Control-Max-Age", "600");
  }

  private boolean isAllowedHost(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || isIpAddress(host)
        || allowedHosts.contains(host)
        || allowedHosts.contains("*");
  }

  /** No name of a host has brackets, or digits and dots alone. */
  private static boolean isIpAddress(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]");
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return !host.isEmpty();
  }

  private boolean isAllowed(String origin) {
    return corsOrigins.contains(origin) || corsOrigins.contains("*");
  }

  private static boolean isOwn(String origin, String authority) {
    return origin.equalsIgnoreCase("http://" + authority)
        || origin.equalsIgnoreCase("https://" + authority);
  }

  private static String hostName(String authority) {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', Math.max(0, bracket));
    var host = colon < 0 ? authority : authority.substring(0, colon);
    return host.toLowerCase(Locale.ROOT);
  }
}
