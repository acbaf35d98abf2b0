package io.sensorium.api.people;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Routes;
import io.sensorium.api.mobility.Operation;
import io.sensorium.api.people.export.PersonExport;
import io.sensorium.core.id.IdSource;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import java.time.Clock;

/** The table of the calls that link installs to people, erase people and export them. */
public final class PeopleRoutes {

  private PeopleRoutes() {}

  public static Routes of(
      Guard guard,
      Identities identities,
      Links links,
      Credentials credentials,
      IdSource ids,
      Erasure erasure,
      PersonExport export,
      Clock clock) {
    return Routes.builder()
        .post(Operation.LINK_INSTALL.path(), new LinkInstall(guard, links))
        .post(
            Operation.CREATE_AUTHENTICATION_CODE.path(),
            new CreateAuthenticationCode(guard, links, ids, clock))
        .post(
            "/device/v1/installs/{id}/authentication-code",
            new UseAuthenticationCode(guard, identities, links, credentials, clock))
        .delete(Operation.DELETE_USER.path(), new EraseUser(guard, erasure))
        .get("/device/v1/export", new ExportPerson(guard, identities, export)::own)
        .build();
  }

  /** The calls of the operator. */
  public static Routes ofOperator(Guard guard, Identities identities, PersonExport export) {
    return Routes.builder()
        .get("/admin/v1/users/{id}/export", new ExportPerson(guard, identities, export)::any)
        .build();
  }
}
