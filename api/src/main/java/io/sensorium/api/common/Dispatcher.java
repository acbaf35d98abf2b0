package io.sensorium.api.common;

import io.sensorium.store.StoreException;
import io.sensorium.store.erasure.ErasedUserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;

/** Takes a request through the rules that all have to its handler, and errors to their form. */
final class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** What {@code OPTIONS *} tells, which is about the whole server. */
  private static final String ALL_METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

  /**
   * A request as the HTTP library hands it over.
   *
   * @param match as {@link #find} told it
   */
  record Arrival(
      String method,
      String authority,
      String rawPath,
      String rawQuery,
      Headers headers,
      InetAddress peer,
      boolean secure,
      Optional<RouteTree.Match> match,
      InputStream sentBody) {}

  private final RouteTree routes;
  private final Map<String, ErrorFormat> errorFormats;
  private final Set<String> tlsOnly;
  private final SiteRules siteRules;
  private final HttpConfig.Limits limits;

  Dispatcher(Routes routes, HttpConfig config) {
    this.routes = new RouteTree(routes.rows());
    this.errorFormats = routes.errorFormats();
    this.tlsOnly = routes.tlsOnly();
    this.siteRules = new SiteRules(config.allowedHosts(), config.corsOrigins());
    this.limits = config.limits();
  }

  /** The route that answers; empty where the answer is an error. */
  Optional<RouteTree.Match> find(String method, String rawPath) {
    return routes.find(method, rawPath);
  }

  Outcome dispatch(Arrival arrival) {
    long startNanos = System.nanoTime();
    var route = Outcome.NO_ROUTE;
    var allowance = new Allowance();
    try {
      checkTls(arrival);
      siteRules.check(arrival.authority(), arrival.headers().find("Origin"));
      if (arrival.method().equals("OPTIONS")) {
        return new Outcome(withCors(options(arrival), arrival), route, allowance, null);
      }
      var match = arrival.match().orElseGet(() -> routes.get(arrival.method(), arrival.rawPath()));
      route = match.route().pattern();
      return new Outcome(
          withCors(answer(arrival, match, allowance), arrival), route, allowance, null);
    } catch (ApiError e) {
      return failed(e, arrival, route, allowance, startNanos);
    } catch (ErasedUserException e) {
      var error = ApiError.installDeleted("Install is deleted.");
      return failed(error, arrival, route, allowance, startNanos);
    } catch (StoreException e) {
      return failed(storeError(e), arrival, route, allowance, startNanos);
    } catch (StreamReadException e) {
      var error = ApiError.invalidParameter("the body is not JSON: " + e.getOriginalMessage());
      return failed(error, arrival, route, allowance, startNanos);
    } catch (IOException | JacksonIOException e) {
      log.debug("the body for {} broke off", route, e);
      return failed(
          ApiError.invalidParameter("the body broke off"), arrival, route, allowance, startNanos);
    } catch (RuntimeException e) { // the boundary: whatever fails behind it is one answer
      return failed(ApiError.internal(e), arrival, route, allowance, startNanos);
    }
  }

  /** The form of an error that came before any handler, or from one. */
  Response render(ApiError error, String rawPath, Duration elapsed) {
    var format = ErrorFormat.PLAIN;
    int longest = -1;
    for (var entry : errorFormats.entrySet()) {
      if (entry.getKey().length() > longest && rawPath.startsWith(entry.getKey())) {
        format = entry.getValue();
        longest = entry.getKey().length();
      }
    }
    var response = format.render(error, elapsed);
    for (var header : error.headers().entrySet()) {
      if (response.header(header.getKey()) == null) {
        response = response.with(header.getKey(), header.getValue());
      }
    }
    return response;
  }

  private Response answer(Arrival arrival, RouteTree.Match match, Allowance allowance)
      throws IOException {
    var rule = match.route().body();
    var request =
        new Request(
            arrival.method(),
            arrival.rawPath(),
            match.pathParameters(),
            Query.parse(arrival.rawQuery()),
            arrival.headers(),
            arrival.peer(),
            arrival.secure(),
            allowance,
            BodyStream.of(arrival.sentBody(), isPacked(arrival.headers(), rule), rule, limits));
    if (!match.route().callers().test(request)) {
      throw ApiError.forbidden("this address is not answered to this caller");
    }
    checkBody(arrival.headers(), rule);
    return tagged(match.route().handler().handle(request), arrival);
  }

  /** What is read gets a tag, and is not sent again to who shows it. */
  private static Response tagged(Response response, Arrival arrival) {
    boolean reads = arrival.method().equals("GET") || arrival.method().equals("HEAD");
    if (!reads
        || response.status() != 200
        || response.header("ETag") != null
        || !(response.body() instanceof Response.Bytes content)) {
      return response;
    }
    var tag = EntityTags.weak(content.bytes());
    var known = arrival.headers().list("If-None-Match");
    var tagged = response.with("ETag", tag);
    return EntityTags.anyMatches(known, tag) ? tagged.notModified() : tagged;
  }

  private Response options(Arrival arrival) {
    var allow =
        arrival.rawPath().equals("*")
            ? ALL_METHODS
            : routes.findAllow(arrival.rawPath()).orElseThrow(ApiError::notFound);
    var response = Response.empty(204).with("Allow", allow);
    if (arrival.headers().find("Access-Control-Request-Method").isPresent()) {
      for (var header : SiteRules.preflightHeaders(allow).entrySet()) {
        response = response.with(header.getKey(), header.getValue());
      }
    }
    return response;
  }

  private Response withCors(Response response, Arrival arrival) {
    var answer = response;
    for (var header : siteRules.corsHeaders(arrival.headers().find("Origin")).entrySet()) {
      answer =
          header.getKey().equals("Vary")
              ? answer.varyingBy(header.getValue())
              : answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private Outcome failed(
      ApiError error, Arrival arrival, String route, Allowance allowance, long startNanos) {
    if (error.status() == 500) {
      log.error(
          "{} {} failed, ref {}",
          HttpMetrics.named(arrival.method()),
          AccessLog.hidden(arrival.rawPath()),
          error.ref(),
          error.getCause());
    }
    var elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
    return new Outcome(
        withCors(render(error, arrival.rawPath(), elapsed), arrival), route, allowance, error);
  }

  private void checkTls(Arrival arrival) {
    if (!arrival.secure() && tlsOnly.stream().anyMatch(arrival.rawPath()::startsWith)) {
      throw ApiError.forbidden("this address is answered over TLS alone");
    }
  }

  private static void checkBody(Headers headers, BodyRule rule) {
    long length = contentLength(headers);
    if (length == 0) {
      return;
    }
    if (!rule.accepts(headers.find("Content-Type"))) {
      throw ApiError.unsupportedMediaType(
          "this address takes " + String.join(", ", rule.mediaTypes().stream().sorted().toList()));
    }
    if (length > rule.maxPackedBytes()) {
      throw ApiError.payloadTooLarge(rule.maxPackedBytes());
    }
  }

  private static boolean isPacked(Headers headers, BodyRule rule) {
    var encoding =
        headers.find("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    if (encoding.equals("gzip") || encoding.equals("x-gzip")) {
      return true;
    }
    if (!encoding.equals("identity") && !rule.passedEncodings().contains(encoding)) {
      throw ApiError.unsupportedMediaType("bodies may be packed with gzip alone")
          .with("Accept-Encoding", "gzip");
    }
    return false;
  }

  /** -1 when it is not said. */
  private static long contentLength(Headers headers) {
    Optional<String> length = headers.find("Content-Length");
    if (length.isEmpty()) {
      return headers.find("Transfer-Encoding").isPresent() ? -1 : 0;
    }
    return Long.parseLong(length.get()); // the HTTP library has refused what is no number
  }

  private static ApiError storeError(StoreException e) {
    if (!e.isRetryable()) {
      return ApiError.internal(e);
    }
    var error = ApiError.unavailable("the store cannot answer now", Duration.ofSeconds(1));
    log.warn("the store cannot answer now, ref {}", error.ref(), e);
    return error;
  }
}
