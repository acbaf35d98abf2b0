package io.sensorium.server.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.server.contract.RandomRequests.Drawn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every answer of the mobility API, whatever was asked. */
@NullMarked
final class FuzzRules {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> ERROR = Set.of("message", "errorCode", "ref");
  private static final Pattern REF = Pattern.compile("\"ref\":\"" + MobilitySite.UUID_4 + "\"");
  private static final Pattern INSIDE =
      Pattern.compile("Exception|io\\.sensorium|java\\.|jetty|SQLITE_");

  private final FuzzedSite site;

  FuzzRules(FuzzedSite site) {
    this.site = site;
  }

  /** What is wrong with an answer; null when nothing is. */
  @Nullable String problem(String kind, Drawn request, RawConnection.Answer answer) {
    int status = answer.status();
    boolean unchanged = status == 304 && request.headers().contains("If-None-Match");
    if (status >= 500 || status < 200 || (status / 100 == 3 && !unchanged)) {
      return "not a status to be answered";
    }
    if (answer.headers().containsKey("x-injected")) {
      return "a header of the caller's making";
    }
    var text = text(answer);
    if (INSIDE.matcher(text).find()) {
      return "from the inside";
    }
    var asked = request.target();
    for (var hidden : site.hiddenFrom(kind)) {
      for (var mark : hidden.marksIn(text + answer.headers())) {
        if (!asked.contains(mark)) {
          return "shows " + mark;
        }
      }
    }
    return request.method().equals("HEAD") ? null : form(answer, text);
  }

  private static @Nullable String form(RawConnection.Answer answer, String text) {
    var type = answer.headers().getOrDefault("content-type", "");
    if (answer.status() < 400) {
      boolean isWhole = !type.startsWith("application/json") || json(text) != null;
      return isWhole ? null : "not JSON";
    }
    var error = json(text);
    if (!type.startsWith("application/json") || error == null) {
      return "an error that is not JSON";
    }
    boolean isSaid =
        Set.copyOf(error.propertyNames()).equals(ERROR)
            && !error.path("message").asString("").isBlank()
            && !error.path("errorCode").asString("").isBlank()
            && MobilitySite.UUID_4.matcher(error.path("ref").asString("")).matches();
    return isSaid ? null : "an error of another form";
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** How the answers about a person and about nobody differ; null when they do not. */
  @Nullable String difference(RawConnection.Answer foreign, RawConnection.Answer unknown) {
    if (foreign.status() != unknown.status()) {
      return foreign.status() + " but " + unknown.status() + " for nobody";
    }
    if (foreign.status() < 300) {
      return null; // about the caller, whoever is named
    }
    if (!kept(foreign.headers()).equals(kept(unknown.headers()))) {
      return kept(foreign.headers()) + " but " + kept(unknown.headers()) + " for nobody";
    }
    var said = REF.matcher(text(foreign)).replaceAll("");
    var saidOfNobody = site.aboutStrangers(REF.matcher(text(unknown)).replaceAll(""));
    return said.equals(saidOfNobody) ? null : said + " but " + saidOfNobody + " for nobody";
  }

  private static Map<String, String> kept(Map<String, String> headers) {
    var kept = new TreeMap<>(headers);
    kept.remove("date");
    for (var counting : List.of("ratelimit-remaining", "ratelimit-reset")) {
      kept.computeIfPresent(counting, (_, _) -> "some"); // the second request leaves one less
    }
    return kept;
  }

  /** The body as text, unpacked where it is packed. */
  private static String text(RawConnection.Answer answer) {
    var body = answer.body().toBytes();
    try {
      if (answer.headers().getOrDefault("content-encoding", "").equals("gzip") && body.length > 0) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
          return new String(packed.readAllBytes(), UTF_8);
        }
      }
      if (answer.headers().getOrDefault("content-type", "").equals("application/zip")) {
        return unzipped(body);
      }
    } catch (IOException e) {
      return "broken: " + e.getMessage();
    }
    return new String(body, UTF_8);
  }

  private static String unzipped(byte[] body) throws IOException {
    var text = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append(new String(zip.readAllBytes(), UTF_8));
      }
    }
    return text.toString();
  }
}
