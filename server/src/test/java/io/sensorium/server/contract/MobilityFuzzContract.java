package io.sensorium.server.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.api.mobility.Operation;
import io.sensorium.core.bytes.Blob;
import io.sensorium.server.contract.RandomRequests.Drawn;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import javax.net.SocketFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random requests to every call of the mobility API, of phones and of the operator, by every kind
 * of caller: the answer is good or an error of the documented form, nothing of others is in it, and
 * it does not tell whether somebody exists.
 *
 * <p>{@code -Dsensorium.fuzz.requests=100000 -Dsensorium.fuzz.seed=2} sends more, and others.
 */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MobilityFuzzContract {

  private static final int REQUESTS = Integer.getInteger("sensorium.fuzz.requests", 6_000);
  private static final long SEED = Long.getLong("sensorium.fuzz.seed", 1);
  private static final int SHOWN = 20;

  /** So often as others those ask whom an answer of more than a refusal is for. */
  private static final int ENTITLED_SHARE = 6;

  private record Pair(ApiCall call, String kind) {}

  private FuzzedSite site;
  private FuzzRules rules;

  /** Where the server keeps what it is sent; empty for the files of its directory. */
  protected abstract String databaseUrl();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    site = FuzzedSite.start(directory, databaseUrl());
    rules = new FuzzRules(site);
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void everyRequestIsAnsweredAndNothingOfOthersIsInTheAnswer() throws Exception {
    var client = site.site().client();
    var before = site.stranger().shown(client) + site.neighbour().shown(client);
    var random = new Random(SEED);
    var requests = new RandomRequests(site, random);
    var wrong = new ArrayList<String>();
    int sent = 0;
    try (var connection = new RawConnection(SocketFactory.getDefault(), site.port())) {
      while (sent < REQUESTS) {
        var pairs = pairs(ENTITLED_SHARE);
        Collections.shuffle(pairs, random);
        for (var pair : pairs) {
          var request = requests.draw(pair.call(), pair.kind());
          var problem = problem(connection, pair, request);
          if (problem != null && wrong.size() < SHOWN) {
            wrong.add("%s, no %d, %s: %s".formatted(pair, sent, problem, request));
          }
          sent++;
        }
      }
    }

    assertThat(wrong).as("seed %d", SEED).isEmpty();
    assertThat(site.stranger().shown(client) + site.neighbour().shown(client)).isEqualTo(before);
  }

  /** Every call by every kind of caller, by those entitled so many times. */
  private List<Pair> pairs(int entitledShare) {
    var pairs = new ArrayList<Pair>();
    for (var call : site.calls()) {
      for (var kind : site.callers().tokens().keySet()) {
        int times = kind.equals(entitled(call)) ? entitledShare : 1;
        pairs.addAll(Collections.nCopies(times, new Pair(call, kind)));
      }
    }
    return pairs;
  }

  private static String entitled(ApiCall call) {
    return call.path().startsWith("/admin/") ? FuzzedSite.OPERATOR : MobilityCallers.SELF;
  }

  private @Nullable String problem(RawConnection connection, Pair pair, Drawn request) {
    try {
      var answer = send(connection, request);
      var problem = rules.problem(pair.kind(), request, answer);
      return problem == null
          ? difference(connection, pair, request, answer)
          : problem + " -> " + answer.status() + " " + answer.text();
    } catch (UncheckedIOException e) {
      return "no answer: " + e;
    }
  }

  /** How the answer tells whether those exist whom the request names; null if it does not. */
  private @Nullable String difference(
      RawConnection connection, Pair pair, Drawn request, RawConnection.Answer answer) {
    var twin = aboutNobody(request);
    if (answer.status() < 300 && pair.call().path().endsWith("/import")) {
      return null; // a person's second import has to wait for the first
    }
    return site.isToldWhoExists(pair.call(), pair.kind()) || twin.text().equals(request.text())
        ? null
        : rules.difference(answer, send(connection, twin));
  }

  private static RawConnection.Answer send(RawConnection connection, Drawn request) {
    return connection.send(
        request.method(), request.target(), request.headers(), request.body().toBytes());
  }

  private Drawn aboutNobody(Drawn request) {
    var body = new String(request.body().toBytes(), ISO_8859_1);
    return new Drawn(
        request.method(),
        site.aboutNobody(request.target()),
        request.headers(),
        Blob.copyOf(site.aboutNobody(body).getBytes(ISO_8859_1)));
  }

  @Test
  void whoIsUnknownIsAnsweredAsWhoIsForeign() {
    var different = new ArrayList<String>();
    var compared = new HashSet<String>();
    try (var connection = new RawConnection(SocketFactory.getDefault(), site.port())) {
      for (var pair : pairs(1)) {
        if (!site.isToldWhoExists(pair.call(), pair.kind())) {
          var request = plain(pair.call(), pair.kind(), site.stranger());
          var difference = difference(connection, pair, request, send(connection, request));
          if (difference != null) {
            different.add(pair + ": " + difference);
          }
          compared.add(pair.call().path());
        }
      }
    }

    assertThat(different).isEmpty();
    for (var operation : Operation.values()) {
      assertThat(compared).contains(operation.path());
    }
  }

  /** As the document has it, about a person. */
  private Drawn plain(ApiCall call, String kind, PlantedPerson person) {
    var target = call.path();
    for (var name : List.of("user_id", "install_id", "event_id", "id", "key", "start")) {
      if (target.contains("{" + name + "}")) {
        target = target.replace("{" + name + "}", person.idOf(call.kindOf(name)));
      }
    }
    var token = site.callers().tokens().get(kind);
    var headers = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
    return new Drawn(
        call.method(),
        target + call.goodQuery(),
        headers + "Content-Type: application/json\r\n",
        Blob.copyOf(call.example().getBytes(UTF_8)));
  }
}
