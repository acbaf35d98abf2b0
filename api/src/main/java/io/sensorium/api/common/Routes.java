package io.sensorium.api.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The table that says which handler answers which method and path.
 *
 * <p>A literal segment goes before {@code {name}}, that before {@code {name...}}, whatever the
 * order of the rows. HEAD is answered by every GET.
 */
public final class Routes {

  private final List<Route> rows;
  private final Map<String, ErrorFormat> errorFormats;
  private final Set<String> tlsOnly;

  private Routes(List<Route> rows, Map<String, ErrorFormat> errorFormats, Set<String> tlsOnly) {
    this.rows = List.copyOf(rows);
    this.errorFormats = Map.copyOf(errorFormats);
    this.tlsOnly = Set.copyOf(tlsOnly);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The same rows, answered only to callers that pass; others get 403. */
  public Routes onlyFrom(Predicate<Request> callers) {
    return mapped(row -> row.onlyFrom(callers));
  }

  /**
   * The same rows, none of which is known to be quick: for handlers whose database is elsewhere,
   * and may keep them waiting.
   */
  public Routes mayWait() {
    return mapped(row -> row.at(Route.Pace.LONG));
  }

  private Routes mapped(UnaryOperator<Route> change) {
    return new Routes(rows.stream().map(change).toList(), errorFormats, tlsOnly);
  }

  /** The rows as {@code GET /v2/users/{user_id}}, in the order of the table. */
  public List<String> listOperations() {
    return rows.stream().map(row -> row.method() + " " + row.pattern()).toList();
  }

  List<Route> rows() {
    return rows;
  }

  Map<String, ErrorFormat> errorFormats() {
    return errorFormats;
  }

  Set<String> tlsOnly() {
    return tlsOnly;
  }

  /** Collects rows. */
  public static final class Builder {

    private final List<Route> rows = new ArrayList<>();
    private final Map<String, ErrorFormat> errorFormats = new TreeMap<>();
    private final Set<String> tlsOnly = new TreeSet<>();

    private Builder() {}

    public Builder get(String pattern, Handler handler) {
      return add("GET", pattern, handler, BodyRule.any(BodyRule.JSON.maxPackedBytes()));
    }

    /** The same, for what is always answered at once: never what waits, never what streams. */
    public Builder getQuickly(String pattern, Handler handler) {
      var body = BodyRule.any(BodyRule.JSON.maxPackedBytes());
      return add("GET", pattern, handler, body, Route.Pace.QUICK);
    }

    /** Takes JSON of at most 16 MiB. */
    public Builder post(String pattern, Handler handler) {
      return add("POST", pattern, handler, BodyRule.JSON);
    }

    public Builder post(String pattern, Handler handler, BodyRule body) {
      return add("POST", pattern, handler, body);
    }

    /** The same, for what waits for the disk once and for nothing else. */
    public Builder postSynced(String pattern, Handler handler, BodyRule body) {
      return add("POST", pattern, handler, body, Route.Pace.SYNCING);
    }

    public Builder put(String pattern, Handler handler) {
      return add("PUT", pattern, handler, BodyRule.JSON);
    }

    public Builder patch(String pattern, Handler handler) {
      return add("PATCH", pattern, handler, BodyRule.JSON);
    }

    public Builder delete(String pattern, Handler handler) {
      return add("DELETE", pattern, handler, BodyRule.JSON);
    }

    /** Adds all that another table has. */
    public Builder include(Routes other) {
      rows.addAll(other.rows);
      errorFormats.putAll(other.errorFormats);
      tlsOnly.addAll(other.tlsOnly);
      return this;
    }

    /** Errors at paths that start with {@code prefix} look like this; the longest prefix wins. */
    public Builder errors(String prefix, ErrorFormat format) {
      errorFormats.put(prefix, format);
      return this;
    }

    /** Paths that start with {@code prefix}, also those without a row, are 403 without TLS. */
    public Builder overTlsAlone(String prefix) {
      tlsOnly.add(prefix);
      return this;
    }

    public Builder add(String method, String pattern, Handler handler, BodyRule body) {
      return add(method, pattern, handler, body, Route.Pace.LONG);
    }

    private Builder add(
        String method, String pattern, Handler handler, BodyRule body, Route.Pace pace) {
      rows.add(new Route(method, pattern, handler, body, caller -> true, pace));
      return this;
    }

    public Routes build() {
      return new Routes(rows, errorFormats, tlsOnly);
    }
  }
}
