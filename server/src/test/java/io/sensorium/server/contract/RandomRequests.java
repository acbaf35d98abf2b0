package io.sensorium.server.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.bytes.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/** Draws requests, most of which nobody should send. */
@NullMarked
final class RandomRequests {

  /**
   * A request as it is sent.
   *
   * @param headers lines that end in CR LF
   */
  record Drawn(String method, String target, String headers, Blob body) {

    /** All of it, one character a byte. */
    String text() {
      return method + " " + target + " " + headers + new String(body.toBytes(), ISO_8859_1);
    }

    @Override
    public String toString() {
      var text = text().replace("\r\n", "|");
      return text.length() > 500 ? text.substring(0, 500) + "..." : text;
    }
  }

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z_]+)}");

  private static final List<String> OTHER_METHODS =
      List.of("HEAD", "OPTIONS", "PUT", "PATCH", "POST", "TRACE", "PROPFIND", "get");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-16",
          "application/x-www-form-urlencoded",
          "text/plain",
          "multipart/form-data; boundary=a",
          "application/",
          ";;;",
          "\u00ff");

  private static final List<String> HEADERS =
      List.of(
          "Accept: application/xml",
          "Accept: \u00ff",
          "Accept-Encoding: gzip",
          "Accept-Encoding: *;q=NaN",
          "Range: bytes=0-1",
          "If-None-Match: *",
          "If-Modified-Since: never",
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-For: 203.0.113.1",
          "Forwarded: for=203.0.113.1",
          "Origin: https://evil.example",
          "Origin: null",
          "Cookie: a=b; c",
          "Last-Event-ID: -1",
          "Last-Event-ID: 99999999999999999999",
          "Last-Event-ID: \u00ff",
          "Content-Encoding: br",
          "Content-Encoding: gzip, gzip",
          "Content-Encoding: gzip",
          "X-Long: " + "a".repeat(7_000),
          "X-Long: " + "a".repeat(30_000),
          "Authorization: Basic \u00ff",
          "Connection: close",
          "Prefer: respond-async");

  private final FuzzedSite site;
  private final RandomGenerator random;

  RandomRequests(FuzzedSite site, RandomGenerator random) {
    this.site = site;
    this.random = random;
  }

  Drawn draw(ApiCall call, String kind) {
    var method = oneIn(25) ? anyOf(OTHER_METHODS) : call.method();
    boolean isChange = !method.equals("GET") && !method.equals("HEAD");
    var person = anyOf(site.named(kind, isChange));
    var target = path(call, person) + query(call);
    var headers = new StringBuilder();
    var token = site.callers().tokens().get(kind);
    if (token != null) {
      headers.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    while (oneIn(4)) {
      headers.append(anyOf(HEADERS)).append("\r\n");
    }
    var body = isChange ? body(call, headers) : new byte[0];
    return new Drawn(method, target, headers.toString(), Blob.copyOf(body));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T anyOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String path(ApiCall call, PlantedPerson person) {
    return PATH_PARAMETER
        .matcher(call.path())
        .replaceAll(found -> Matcher.quoteReplacement(id(call, found.group(1), person)));
  }

  private String id(ApiCall call, String parameter, PlantedPerson person) {
    if (oneIn(3)) {
      return hostile();
    }
    return person.idOf(call.kindOf(parameter));
  }

  /** Encoded for a path or a query. */
  private String hostile() {
    return switch (random.nextInt(4)) {
      case 0 -> percent(random.nextInt(12));
      case 1 -> Long.toString(random.nextLong());
      default ->
          anyOf(HostileValues.ENCODED)
              .replace("{own}", site.spare().phone().userId())
              .replace("{other}", site.decoy().phone().userId());
    };
  }

  private String percent(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("%%%02x".formatted(random.nextInt(256)));
    }
    return text.toString();
  }

  private String query(ApiCall call) {
    var pairs = new StringBuilder();
    for (var parameter : call.query()) {
      if (!oneIn(6)) {
        add(pairs, parameter.name(), oneIn(2) ? parameter.example() : hostile());
      }
      if (oneIn(12)) {
        add(pairs, parameter.name(), hostile()); // twice
      }
    }
    if (oneIn(12)) {
      add(pairs, hostile(), hostile());
    }
    return pairs.toString();
  }

  private static void add(StringBuilder pairs, String name, String value) {
    pairs.append(pairs.isEmpty() ? '?' : '&').append(name).append('=').append(value);
  }

  private byte[] body(ApiCall call, StringBuilder headers) {
    var type = call.example().isEmpty() && call.takesBody() ? "text/plain" : "application/json";
    headers.append("Content-Type: ").append(oneIn(12) ? anyOf(TYPES) : type).append("\r\n");
    var example = example(call);
    return switch (random.nextInt(10)) {
      case 0 -> example.getBytes(UTF_8);
      case 1 -> anyOf(HostileValues.BODIES).getBytes(ISO_8859_1);
      case 2 -> cut(example.getBytes(UTF_8));
      case 3 -> packed(example, headers);
      case 4 -> cut(packed(example, headers));
      case 5 -> flipped(packed(example, headers));
      case 6 -> flipped(example.getBytes(UTF_8));
      default -> holed(example).getBytes(UTF_8);
    };
  }

  private String example(ApiCall call) {
    if (call.example().isEmpty()) {
      return "<gpx><trk><trkseg><trkpt lat=\"51\" lon=\"3\"/></trkseg></trk></gpx>";
    }
    var ids = site.decoy().ids();
    return call.example()
        .replace("0123456789abcdef01234567", site.castawayApp().id())
        .replace("id.secret", site.castawayApp().secret())
        .replace("customer-", ids.getOrDefault("external", "") + (oneIn(2) ? "-" : ""))
        .replace(
            "5f1c7a0e-0000-4000-8000-000000000000",
            oneIn(2) ? PublishedSite.TRANSPORT.value() : ids.getOrDefault("event", ""));
  }

  /** The document with something else in place of one or more of its values. */
  private String holed(String document) {
    if (!document.startsWith("{")) {
      return anyOf(HostileValues.BODIES);
    }
    var holes = Probe.holed(JSON.readTree(document));
    if (holes.isEmpty()) {
      return "{\"a\":" + anyOf(HostileValues.JSON) + "}";
    }
    return anyOf(holes)
        .replace(Probe.HOLE, anyOf(HostileValues.JSON))
        .replace("{other}", site.decoy().ids().getOrDefault("external", ""));
  }

  private byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, random.nextInt(whole.length + 1));
  }

  private byte[] flipped(byte[] whole) {
    var changed = whole.clone();
    for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static byte[] packed(String text, StringBuilder headers) {
    headers.append("Content-Encoding: gzip\r\n");
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
