package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.CertificateStatus;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.time.ZoneOffset;

/**
 * {@code GET /admin/v1/status}: with {@code lag} and {@code pending_keys} 0, everything accepted so
 * far is analysed.
 */
final class ShowStatus implements Handler {

  private final Guard guard;
  private final Operations operations;

  ShowStatus(Guard guard, Operations operations) {
    this.guard = guard;
    this.operations = operations;
  }

  @Override
  public Response handle(Request request) {
    guard.administrator(request);
    var status = operations.status();
    return Response.json(json -> write(json, status));
  }

  private static void write(JsonWriter json, ServerStatus status) {
    json.beginObject();
    json.field("version", status.version());
    json.beginObject("inbox");
    json.field("position", status.inbox().position());
    json.field("entries", status.inbox().entries());
    json.field("bytes", status.inbox().bytes());
    json.endObject();
    json.beginObject("engine");
    json.field("position", status.foldedPosition());
    json.field("lag", status.lag());
    json.field("pending_keys", status.pendingKeys());
    json.field("parked", status.parked());
    json.field("trips_to_renew", status.tripsToRenew());
    json.field("renewed_trips", status.renewedTrips());
    json.endObject();
    json.beginObject("store");
    json.field("kind", status.storeKind());
    json.field("bytes", status.storeBytes());
    json.endObject();
    json.beginObject("measurements");
    json.field("seq", status.measurements().lastSeq());
    json.field("waiting_rows", status.measurements().waitingRows());
    json.field("waiting_bytes", status.measurements().waitingBytes());
    json.field("blocks", status.measurements().blocks());
    json.field("block_bytes", status.measurements().blockBytes());
    json.endObject();
    parked(json, "outbox", status.parkedNotifications());
    parked(json, "timeline_outbox", status.parkedNews());
    json.beginObject("atlas");
    json.field("time_zones", status.atlas().zonesVersion());
    json.beginArray("maps");
    for (var map : status.atlas().maps()) {
      json.beginObject();
      json.field("name", map.name());
      json.field("version", map.version());
      json.endObject();
    }
    json.endArray();
    json.beginArray("missing");
    status.atlas().missing().forEach(json::value);
    json.endArray();
    json.endObject();
    if (status.certificate() != null) {
      write(json, status.certificate());
    }
    json.field("uptime_s", status.uptime().toSeconds());
    json.endObject();
  }

  private static void write(JsonWriter json, CertificateStatus certificate) {
    json.beginObject("certificate");
    json.field("subject", certificate.subject());
    json.field("expires_at", certificate.expiresAt().toString());
    json.field("loaded_at", certificate.loadedAt().toString());
    json.field("problem", certificate.problem());
    json.endObject();
  }

  private static void parked(JsonWriter json, String name, ParkedStatus parked) {
    var oldest = parked.oldest();
    json.beginObject(name);
    json.field("parked", parked.count());
    if (oldest == null) {
      json.nullField("oldest");
    } else {
      json.field("oldest", oldest, ZoneOffset.UTC);
    }
    json.endObject();
  }
}
