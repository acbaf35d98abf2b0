package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;

import io.sensorium.server.TestClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * A server with people that can be recognised, and everybody who may ask for their data.
 *
 * @param neighbour is of the application of the callers
 * @param stranger is of another application and account, and only the operator sees them
 * @param decoy is as the stranger; bodies and hostile values name them, and so may plant their ids
 *     elsewhere, and the operator may erase them
 * @param spare is of the application of the callers; nobody minds what becomes of them
 * @param castaway is of an application of their own; nobody minds what becomes of both
 * @param castawayApp that application
 */
@NullMarked
record FuzzedSite(
    PublishedSite site,
    MobilityCallers callers,
    List<ApiCall> calls,
    PlantedPerson neighbour,
    PlantedPerson stranger,
    PlantedPerson decoy,
    PlantedPerson spare,
    PlantedPerson castaway,
    TestClient.App castawayApp)
    implements AutoCloseable {

  static final String OPERATOR = "operator";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "limits.requestsPerMinute", "10000000",
          "limits.failedLoginsPerMinute", "10000000");

  /** Reach nobody but themselves, if at all. */
  private static final List<String> WITHOUT_REACH =
      List.of(
          "nobody",
          "malformed",
          "expired",
          "revoked",
          MobilityCallers.SELF,
          "user token, another's",
          "upload token",
          "key of another app, all scopes",
          "basic",
          "developer of another account");

  /** Are told by contract whether a user exists. */
  private static final List<String> TOLD_OF_USERS =
      List.of("developer", "developer of another account", OPERATOR);

  /** Are told by contract whether an install exists, by the call that links it. */
  private static final List<String> TOLD_OF_INSTALLS =
      List.of("key, user.link", "key of another app, all scopes");

  static FuzzedSite start(Path directory) throws Exception {
    return start(directory, "");
  }

  /**
   * The same.
   *
   * @param databaseUrl empty for the files of the directory
   */
  static FuzzedSite start(Path directory, String databaseUrl) throws Exception {
    var site = PublishedSite.start(directory, SETTINGS, databaseUrl);
    var client = site.client();
    var castawayApp = client.newApp();
    var strangersApp = client.newApp();
    return new FuzzedSite(
        site,
        MobilityCallers.of(site),
        ApiCall.ofMobility(json(client.get("/openapi.json", null))),
        PlantedPerson.in(site.app(), client, "NEIGHBOUR", 50.87654321),
        PlantedPerson.in(strangersApp, client, "STRANGER", 50.98765432),
        PlantedPerson.in(strangersApp, client, "DECOY", 50.54321987),
        PlantedPerson.in(site.app(), client, "SPARE", 50.76543219),
        PlantedPerson.in(castawayApp, client, "CASTAWAY", 50.65432198),
        castawayApp);
  }

  int port() {
    return URI.create(site.server().urls().getFirst()).getPort();
  }

  /** Whose data the kind of caller may not see. */
  List<PlantedPerson> hiddenFrom(String kind) {
    if (kind.equals(OPERATOR)) {
      return List.of();
    }
    return WITHOUT_REACH.contains(kind) ? List.of(stranger, neighbour) : List.of(stranger);
  }

  boolean isToldWhoExists(ApiCall call, String kind) {
    return TOLD_OF_USERS.contains(kind)
        || (call.name().equals("linkInstall") && TOLD_OF_INSTALLS.contains(kind));
  }

  /** Whose ids a request of that kind of caller names, so that the site stays as it is. */
  List<PlantedPerson> named(String kind, boolean isChange) {
    if (!isChange) {
      return List.of(stranger, neighbour, spare);
    }
    if (kind.equals(OPERATOR)) {
      return List.of(castaway);
    }
    var named = new ArrayList<>(hiddenFrom(kind));
    named.add(spare);
    return named;
  }

  /** The text with ids that nobody has in place of the stranger's and the decoy's. */
  String aboutNobody(String text) {
    return stranger.aboutNobody(decoy.aboutNobody(text));
  }

  /** What {@link #aboutNobody} had before. */
  String aboutStrangers(String text) {
    return stranger.aboutThisPerson(decoy.aboutThisPerson(text));
  }

  @Override
  public void close() {
    site.close();
  }
}
