package io.sensorium.api.imports;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.auth.Sender;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.BodyRule;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Routes;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Install;
import io.sensorium.intake.imports.Format;
import io.sensorium.intake.imports.Formats;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code POST /device/v1/import?format=gpx} with {@code GET /device/v1/import/{id}} for the
 * person's own phone, and the same under {@code /admin/v1/users/{id}/import} for the operator.
 */
public final class ImportRoutes {

  /** A file may have so many bytes, as it is sent. */
  private static final BodyRule FILE = BodyRule.any(8L << 30);

  private final Guard guard;
  private final Identities identities;
  private final Links links;
  private final ImportService imports;

  private ImportRoutes(Guard guard, Identities identities, Links links, ImportService imports) {
    this.guard = guard;
    this.identities = identities;
    this.links = links;
    this.imports = imports;
  }

  /** The calls of phones. */
  public static Routes ofPhones(
      Guard guard, Identities identities, Links links, ImportService imports) {
    var routes = new ImportRoutes(guard, identities, links, imports);
    return Routes.builder()
        .post("/device/v1/import", routes::submitOwn, FILE)
        .get("/device/v1/import/{id}", routes::showOwn)
        .build();
  }

  /** The calls of the operator. */
  public static Routes ofOperator(
      Guard guard, Identities identities, Links links, ImportService imports) {
    var routes = new ImportRoutes(guard, identities, links, imports);
    return Routes.builder()
        .post("/admin/v1/users/{user_id}/import", routes::submitFor, FILE)
        .get("/admin/v1/imports/{id}", routes::showAny)
        .build();
  }

  private Response submitOwn(Request request) throws IOException {
    var sender = Sender.of(guard.phone(request));
    sender.noteUse(links);
    return submit(request, sender.person().id(), sender.install().id());
  }

  private Response submitFor(Request request) throws IOException {
    guard.administrator(request);
    var id = request.pathParameter("user_id");
    if (!UserId.isValid(id)) {
      throw ApiError.userNotFound();
    }
    var install =
        identities.listInstalls(new UserId(id)).stream()
            .filter(found -> found.state() != Install.State.DELETED)
            .findFirst()
            .orElseThrow(ApiError::userNotFound);
    links.markUsed(install.id(), install.user());
    return submit(request, install.user(), install.id());
  }

  private Response submit(Request request, UserId user, InstallId install) throws IOException {
    var job =
        imports
            .submit(user, install, format(request), request.body())
            .orElseThrow(() -> ApiError.conflict("another import of this person goes on"));
    return show(job);
  }

  private static Format format(Request request) {
    var known = Formats.list().stream().map(Format::name).collect(Collectors.joining(", "));
    return request
        .query()
        .find("format")
        .flatMap(Formats::find)
        .orElseThrow(() -> ApiError.invalidParameter("format: must be one of " + known));
  }

  private Response showOwn(Request request) {
    var person = guard.phone(request).person().id();
    return show(
        imports
            .find(request.pathParameter("id"))
            .filter(job -> job.user().equals(person))
            .orElseThrow(ApiError::notFound));
  }

  private Response showAny(Request request) {
    guard.administrator(request);
    return show(imports.find(request.pathParameter("id")).orElseThrow(ApiError::notFound));
  }

  private static Response show(ImportJob job) {
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", job.id());
          json.field("state", job.state().name().toLowerCase(Locale.ROOT));
          json.field("progress", job.doneRatio(), 3);
          json.field("accepted", job.progress().accepted());
          json.beginArray("rejected");
          for (var rejection : job.progress().firstRejections()) {
            json.beginObject();
            json.field("index", rejection.index());
            json.field("reason", rejection.reason());
            json.endObject();
          }
          json.endArray();
          json.field("rejected_count", job.progress().rejected());
          json.field("error", job.error());
          json.endObject();
        });
  }
}
