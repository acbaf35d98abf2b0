package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.identity.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of facts about the published mobility API: each is checked by tests that it names, or
 * says why none can yet.
 */
@NullMarked
class MobilityFactsTest {

  /** Where the facts and the published documents are, beside the repository. */
  private static final Path SPECIFICATION = Path.of("..", "..", "shared");

  private static final String LATER = "later: ";

  /**
   * One line of the list.
   *
   * @param digest the beginning of the SHA-256 of the fact's text
   * @param checks {@code Class#test}, several between blanks; or {@code later:} with a reason
   */
  private record Fact(int number, String digest, String checks) {}

  @Test
  void everyFactNamesTestsThatThereAre() throws Exception {
    for (var fact : facts()) {
      if (!fact.checks().startsWith(LATER)) {
        for (var check : fact.checks().split(" ", -1)) {
          assertThat(isTest(check)).as(check).isTrue();
        }
      }
    }
  }

  private static boolean isTest(String check) throws ClassNotFoundException {
    var parts = check.split("#", -1);
    var type = Class.forName(parts[0].contains(".") ? parts[0] : qualified(parts[0]));
    return Stream.of(type.getDeclaredMethods())
        .anyMatch(
            method -> method.getName().equals(parts[1]) && method.isAnnotationPresent(Test.class));
  }

  private static String qualified(String name) {
    return MobilityFactsTest.class.getPackageName() + "." + name;
  }

  @Test
  void theListHasEveryFactOfTheMobilityApi() throws Exception {
    var file = SPECIFICATION.resolve("spec").resolve("golden-facts.json");
    if (!Files.exists(file)) {
      System.out.println("no facts to compare with: " + file.normalize() + " is not there");
      return;
    }
    var listed = facts();
    var expected = new ArrayList<String>();
    for (var fact : new JsonMapper().readTree(Files.readString(file))) {
      if (isOfMobility(fact)) {
        expected.add(digest(fact.path("fact").asString()));
      }
    }

    assertThat(listed).extracting(Fact::digest).isEqualTo(expected);
  }

  /** The mobility API has no version 1, and the sensor API no other. */
  private static boolean isOfMobility(JsonNode fact) {
    var operation = fact.path("operation").asString();
    return operation.startsWith("mobility")
        || operation.contains("/v2/")
        || operation.contains("/v3/")
        || operation.contains("(v2 and v3)")
        || operation.equals("POST /users/auth-code")
        || operation.equals("DELETE /users/:user_id");
  }

  @Test
  void theSamplesAreThoseOfThePublishedDocument() throws Exception {
    var folder = SPECIFICATION.resolve("seeds");
    if (!Files.exists(folder)) {
      System.out.println("no document to compare with: " + folder.normalize() + " is not there");
      return;
    }
    var document = PublishedJson.compact(firstDocument(folder)).replace("},]", "}]");
    for (var name :
        List.of(
            "events",
            "event",
            "behavior_scores",
            "behavior_annotations",
            "segments",
            "moments",
            "active_moments",
            "location_clusters",
            "location",
            "car_behavior",
            "anomalies",
            "trajectory")) {
      assertThat(document).as(name).contains(PublishedJson.sample(name));
    }
  }

  private static String firstDocument(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      var file =
          files
              .filter(it -> it.getFileName().toString().startsWith("001"))
              .findFirst()
              .orElseThrow();
      return codeOf(Files.readString(file));
    }
  }

  /** The lines that are JSON: quotation marks in the prose would hide where texts begin. */
  private static String codeOf(String text) {
    return text.lines()
        .filter(line -> line.matches("\\s*([\\[\\]{}].{0,2}|\".*)\\s*"))
        .reduce("", (code, line) -> code + line + "\n");
  }

  private static List<Fact> facts() throws Exception {
    var facts = new ArrayList<Fact>();
    try (var in = MobilityFactsTest.class.getResourceAsStream("/contract/mobility-facts.tsv")) {
      assertThat(in).isNotNull();
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (var line : text.lines().toList()) {
        var cells = line.split("\t", -1);
        facts.add(new Fact(Integer.parseInt(cells[0]), cells[1], cells[2]));
      }
    }
    return facts;
  }

  private static String digest(String text) {
    return Secret.sha256(text).substring(0, 12);
  }
}
