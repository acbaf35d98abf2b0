package io.sensorium.server.contract;

import static io.sensorium.server.TestClient.json;

import io.sensorium.server.TestClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may ask for the driver's data.
 *
 * @param tokens what each kind of caller shows, by the name of the kind; null shows nothing
 */
@NullMarked
record MobilityCallers(Map<String, @Nullable String> tokens) {

  static final String SELF = "user token, own";
  static final String READING_KEY = "key, user.read";

  static MobilityCallers of(PublishedSite site) throws Exception {
    var client = site.client();
    var account = account(client, site.app());
    var tokens = new LinkedHashMap<String, @Nullable String>();
    tokens.put("nobody", null);
    tokens.put("malformed", "not a credential");
    tokens.put("expired", site.expiredToken());
    tokens.put("revoked", revokedKey(client, site.app()));
    tokens.put(SELF, site.driver().token());
    tokens.put("user token, another's", site.walker().token());
    tokens.put("upload token", uploadToken(site));
    tokens.put(READING_KEY, client.newApiKey(site.app(), "\"user.read\""));
    tokens.put("key, user.link", client.newApiKey(site.app(), "\"user.link\""));
    tokens.put("key, user.delete", client.newApiKey(site.app(), "\"user.delete\""));
    tokens.put(
        "key of another app, all scopes",
        client.newApiKey(client.newApp(), "\"user.read\",\"user.link\",\"user.delete\""));
    for (var role : new String[] {"basic", "spectator", "developer"}) {
      tokens.put(role, control(client, account, role));
    }
    tokens.put("developer of another account", site.foreignDeveloperToken());
    tokens.put("operator", client.adminToken());
    return new MobilityCallers(tokens);
  }

  private static String account(TestClient client, TestClient.App app) throws Exception {
    for (var found : json(client.get("/admin/v1/applications", client.adminToken()))) {
      if (found.path("id").asString().equals(app.id())) {
        return found.path("account_id").asString();
      }
    }
    throw new AssertionError("the application is gone");
  }

  private static String revokedKey(TestClient client, TestClient.App app) throws Exception {
    var key = client.newApiKey(app, "\"user.read\",\"user.link\",\"user.delete\"");
    var path =
        "/admin/v1/applications/" + app.id() + "/api-keys/" + key.substring(0, key.indexOf('.'));
    client.send("DELETE", path, client.adminToken(), null);
    return key;
  }

  private static String uploadToken(PublishedSite site) throws Exception {
    var made = site.client().post("/device/v1/upload-tokens", site.driver().token(), "{}");
    return json(made).path("token").asString();
  }

  private static String control(TestClient client, String account, String role) throws Exception {
    var body =
        "{\"email\":\"%s@example.org\",\"role\":\"%s\",\"account_id\":\"%s\"}"
            .formatted(role, role, account);
    return json(client.post("/admin/v1/control-users", client.adminToken(), body))
        .path("token")
        .asString();
  }
}
