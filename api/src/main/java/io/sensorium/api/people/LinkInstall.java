package io.sensorium.api.people;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.identity.Linking;
import io.sensorium.store.identity.Links;
import java.io.IOException;

/** {@code POST /v2/users/:install_id/link} {@code {"external_id": "..."}}. */
final class LinkInstall implements Handler {

  private final Guard guard;
  private final Links links;

  LinkInstall(Guard guard, Links links) {
    this.guard = guard;
    this.links = links;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var application = guard.linker(request);
    var externalId = ExternalId.of(request.jsonObject());
    var install = request.pathParameter("install_id");
    if (!InstallId.isValid(install)) {
      throw LinkAnswers.refused(Linking.Refusal.INSTALL_NOT_FOUND);
    }
    var person =
        LinkAnswers.personOf(links.link(application.id(), new InstallId(install), externalId));
    return Response.json(json -> json.beginObject().field("id", person.value()).endObject());
  }
}
