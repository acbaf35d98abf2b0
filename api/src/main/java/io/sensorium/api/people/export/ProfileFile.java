package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes who a person is: ids, settings, installs, and which credentials there are. */
final class ProfileFile {

  private ProfileFile() {}

  static void write(JsonWriter json, User.Person person, Identities identities) {
    json.beginObject();
    json.field("id", person.id().value());
    json.field("application_id", person.application().value());
    json.field("external_id", person.externalId());
    json.field("created_at", person.createdAt().toString());
    json.field("can_login", person.canLogin());
    json.field("flavor", person.sdk().flavor());
    json.field("killswitch_action", person.sdk().killswitchAction());
    json.name("installs")
        .array(identities.listInstalls(person.id()), install -> write(json, install, identities));
    json.endObject();
  }

  private static void write(JsonWriter json, Install install, Identities identities) {
    json.beginObject();
    json.field("id", install.id().value());
    json.field("state", word(install.state()));
    json.field("created_at", install.createdAt().toString());
    json.field("os", install.device().os());
    json.field("os_version", install.device().osVersion());
    json.field("model", install.device().model());
    json.field("form", word(install.device().form()));
    json.name("credentials")
        .array(credentials(install, identities), credential -> write(json, credential));
    json.endObject();
  }

  private static List<Credential> credentials(Install install, Identities identities) {
    return Arrays.stream(Credential.Kind.values())
        .flatMap(kind -> identities.listCredentials(kind, install.id().value()).stream())
        .toList();
  }

  private static void write(JsonWriter json, Credential credential) {
    json.beginObject();
    json.field("id", credential.id());
    json.field("kind", word(credential.kind()));
    json.field("name", credential.name());
    json.field("created_at", credential.createdAt().toString());
    json.field("expires_at", text(credential.expiresAt()));
    json.field("revoked_at", text(credential.revokedAt()));
    json.endObject();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
