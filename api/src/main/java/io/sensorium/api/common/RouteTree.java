package io.sensorium.api.common;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The routes table as a tree of path segments, for look-up. */
final class RouteTree {

  /** The route that answers, and the segments of the path that it answers. */
  record Match(Route route, List<String> pattern, List<String> segments) {

    /**
     * The decoded parameters of the path.
     *
     * @throws ApiError INVALID_PARAMETER when one of them cannot be decoded
     */
    Map<String, String> pathParameters() {
      var values = new HashMap<String, String>();
      for (int i = 0; i < pattern.size(); i++) {
        var name = pattern.get(i);
        if (name.endsWith("...}")) {
          var rest = String.join("/", segments.subList(i, segments.size()));
          values.put(name.substring(1, name.length() - 4), PercentCoding.decodeSegment(rest));
        } else if (name.startsWith("{")) {
          var value = PercentCoding.decodeSegment(segments.get(i));
          values.put(name.substring(1, name.length() - 1), value);
        }
      }
      return values;
    }
  }

  /** A route, and the segments of its pattern. */
  private record Row(Route route, List<String> pattern) {}

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, Row> rows = new TreeMap<>();
    private @Nullable Node parameter;
    private @Nullable Node rest;
  }

  private final Node root = new Node();

  RouteTree(List<Route> routes) {
    for (var route : routes) {
      var pattern = List.of(segments(route.pattern()));
      var earlier = nodeFor(pattern).rows.putIfAbsent(route.method(), new Row(route, pattern));
      if (earlier != null) {
        throw new IllegalArgumentException(
            "two routes for " + route.method() + " " + route.pattern());
      }
    }
  }

  /**
   * The route that answers.
   *
   * @param rawPath with its escapes
   * @throws ApiError NOT_FOUND or METHOD_NOT_ALLOWED
   */
  Match get(String method, String rawPath) {
    return find(method, rawPath)
        .orElseThrow(
            () -> findAllow(rawPath).map(ApiError::methodNotAllowed).orElseGet(ApiError::notFound));
  }

  /** The route that answers; empty when none does. */
  Optional<Match> find(String method, String rawPath) {
    var segments = segments(rawPath);
    return find(root, segments, 0)
        .flatMap(node -> row(node, method))
        .map(row -> new Match(row.route(), row.pattern(), Arrays.asList(segments)));
  }

  private static Optional<Row> row(Node node, String method) {
    var row = node.rows.get(method);
    return row == null && method.equals("HEAD")
        ? Optional.ofNullable(node.rows.get("GET"))
        : Optional.ofNullable(row);
  }

  /** The methods that a path answers, separated by commas; empty when it has no route. */
  Optional<String> findAllow(String rawPath) {
    return find(root, segments(rawPath), 0).map(RouteTree::allow);
  }

  private Node nodeFor(List<String> pattern) {
    var node = root;
    for (var segment : pattern) {
      if (segment.startsWith("{") && segment.endsWith("...}")) {
        node.rest = node.rest == null ? new Node() : node.rest;
        node = node.rest;
      } else if (segment.startsWith("{")) {
        node.parameter = node.parameter == null ? new Node() : node.parameter;
        node = node.parameter;
      } else {
        node = node.literals.computeIfAbsent(segment, _ -> new Node());
      }
    }
    return node;
  }

  private static Optional<Node> find(Node node, String[] segments, int depth) {
    if (depth == segments.length) {
      return node.rows.isEmpty() ? Optional.empty() : Optional.of(node);
    }
    var literal = node.literals.get(segments[depth]);
    if (literal != null) {
      var found = find(literal, segments, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    if (node.parameter != null && !segments[depth].isEmpty()) {
      var found = find(node.parameter, segments, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.ofNullable(node.rest);
  }

  private static String allow(Node node) {
    var methods = new TreeSet<>(node.rows.keySet());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }

  private static String[] segments(String path) {
    return path.substring(1).split("/", -1);
  }
}
