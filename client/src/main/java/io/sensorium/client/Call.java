package io.sensorium.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request: method, address and JSON body.
 *
 * @param target path and query, escaped
 * @param body JSON; null when there is none
 */
public record Call(String method, String target, @Nullable String body) {

  Call(String method, String target) {
    this(method, target, null);
  }

  /** With one more parameter, unless its value is null. */
  Call query(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var separator = target.indexOf('?') < 0 ? "?" : "&";
    return new Call(method, target + separator + name + "=" + escaped(value), body);
  }

  Call body(Object value) {
    return new Call(method, target, Answers.write(value));
  }

  /** As it stands in a path or a query. */
  static String escaped(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
