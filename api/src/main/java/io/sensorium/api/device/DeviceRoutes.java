package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.BodyRule;
import io.sensorium.api.common.Routes;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.accept.Accept;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import io.sensorium.store.timeline.Timelines;
import java.time.Clock;
import java.util.function.Consumer;

/** The table of the phones' API. */
public final class DeviceRoutes {

  private DeviceRoutes() {}

  /**
   * The table for these stores.
   *
   * @param onCorrected told of a user after a change of their corrections is on disk
   * @param stream what streams are written by
   */
  public static Routes of(
      Guard guard,
      Identities identities,
      Links links,
      Credentials credentials,
      IdSource ids,
      Accept accept,
      Timelines timelines,
      Corrections corrections,
      Consumer<UserId> onCorrected,
      StreamTimeline stream,
      Clock clock) {
    var uploads = new Uploads(accept, links, clock);
    var uploadTokens = new UploadTokens(guard, identities, credentials, clock);
    var correct = new CorrectionMethods(guard, timelines, corrections, ids, onCorrected, clock);
    return Routes.builder()
        .postSynced("/device/v1/signals", new UploadSignals(guard, uploads), BodyRule.JSON)
        .post("/device/v1/upload-tokens", uploadTokens::create)
        .get("/device/v1/upload-tokens", uploadTokens::list)
        .delete("/device/v1/upload-tokens/{id}", uploadTokens::revoke)
        .post("/device/v1/corrections", correct::give, CorrectionMethods.BODY)
        .get("/device/v1/corrections", correct::list)
        .delete("/device/v1/corrections/{id}", correct::withdraw)
        .get("/device/v1/stream", stream)
        .postSynced("/device/owntracks", new UploadOwnTracks(guard, uploads), BodyRule.JSON)
        .build();
  }
}
