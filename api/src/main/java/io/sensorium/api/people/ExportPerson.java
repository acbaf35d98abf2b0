package io.sensorium.api.people;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.people.export.PersonExport;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;

/** {@code GET /device/v1/export} and {@code GET /admin/v1/users/{id}/export}. */
final class ExportPerson {

  private final Guard guard;
  private final Identities identities;
  private final PersonExport export;

  ExportPerson(Guard guard, Identities identities, PersonExport export) {
    this.guard = guard;
    this.identities = identities;
    this.export = export;
  }

  /** The caller's own. */
  Response own(Request request) {
    return answer(guard.phone(request).person());
  }

  /** Anybody's, for the operator. */
  Response any(Request request) {
    guard.administrator(request);
    var id = request.pathParameter("id");
    if (UserId.isValid(id)
        && identities.findUser(new UserId(id)).orElse(null) instanceof User.Person person) {
      return answer(person);
    }
    throw ApiError.userNotFound();
  }

  private Response answer(User.Person person) {
    return Response.stream(PersonExport.MEDIA_TYPE, out -> export.write(person, out))
        .with("Content-Disposition", "attachment; filename=\"sensorium-export.zip\"");
  }
}
