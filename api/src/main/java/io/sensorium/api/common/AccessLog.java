package io.sensorium.api.common;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request: at info where the answer is an error, with its ref; else at debug.
 *
 * <p>Of a query only values of parameters that are known to hold no secret are told, and of a path
 * no segment that is long enough to be one. Headers and bodies are never told.
 */
final class AccessLog {

  private static final Logger log = LoggerFactory.getLogger("io.sensorium.api.access");
  private static final String HIDDEN = "***";

  /** A credential is longer than this; ids and instants are not. */
  private static final int MAX_SEGMENT = 40;

  private static final int MAX_PATH = 300;

  private static final Set<String> HARMLESS =
      Set.of(
          "from",
          "to",
          "date",
          "type",
          "types",
          "ticks",
          "interval",
          "fill",
          "offset",
          "after",
          "seq_from",
          "seq_to",
          "data_sources",
          "alarms",
          "list",
          "with_slaves",
          "impersonate",
          "format",
          "precision",
          "wait",
          "db",
          "analysis_type");

  private AccessLog() {}

  /**
   * @param peer the address that called
   * @param error what was answered, or null where it is none
   */
  static void write(
      String method,
      String path,
      String query,
      InetAddress peer,
      int status,
      @Nullable ApiError error,
      long nanos) {
    if (error != null) {
      log.info(
          "{} {} {} {} ref {} from {} {} ms",
          HttpMetrics.named(method),
          target(path, query),
          status,
          error.errorCode(),
          error.ref(),
          peer.getHostAddress(),
          nanos / 1_000_000);
    } else if (log.isDebugEnabled()) {
      log.debug(
          "{} {} {} from {} {} ms",
          HttpMetrics.named(method),
          target(path, query),
          status,
          peer.getHostAddress(),
          nanos / 1_000_000);
    }
  }

  private static String target(String path, String query) {
    return query.isEmpty() ? hidden(path) : hidden(path) + "?" + redacted(query);
  }

  /** A path without what may be a secret that somebody put there by mistake. */
  static String hidden(String path) {
    var shown = new StringBuilder();
    int start = 0;
    while (start <= path.length() && shown.length() < MAX_PATH) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      shown.append(end - start > MAX_SEGMENT ? HIDDEN : path.substring(start, end));
      shown.append(slash < 0 ? "" : "/");
      start = end + 1;
    }
    return start > path.length() ? shown.toString() : shown + "...";
  }

  /** A query with the values of those parameters alone that hold no secret. */
  static String redacted(String query) {
    var shown = new StringBuilder();
    for (var pair : query.split("&", -1)) {
      if (shown.length() > MAX_PATH) {
        return shown + "&...";
      }
      int equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      boolean harmless = HARMLESS.contains(name) && pair.length() <= 2 * MAX_SEGMENT;
      shown.append(shown.isEmpty() ? "" : "&");
      shown.append(harmless ? pair : hiddenValue(name, equals));
    }
    return shown.toString();
  }

  private static String hiddenValue(String name, int equals) {
    if (equals < 0 || name.length() > MAX_SEGMENT) {
      return HIDDEN;
    }
    return name + "=" + HIDDEN;
  }
}
