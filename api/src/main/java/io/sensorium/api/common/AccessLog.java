package io.sensorium.api.common;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per request at debug; secrets in queries are left out. */
final class AccessLog {

  private static final Logger log = LoggerFactory.getLogger("io.sensorium.api.access");
  private static final Pattern SECRET =
      Pattern.compile(
          "(^|&)(id|token|u|p|access_token|password|new_password)=[^&]*", Pattern.CASE_INSENSITIVE);

  private AccessLog() {}

  static void write(String method, String path, String query, Response response, long nanos) {
    if (log.isDebugEnabled()) {
      var target = query.isEmpty() ? path : path + "?" + redacted(query);
      log.debug("{} {} {} {} ms", method, target, response.status(), nanos / 1_000_000);
    }
  }

  static String redacted(String query) {
    return SECRET.matcher(query).replaceAll("$1$2=***");
  }
}
