package io.sensorium.api.device;

import io.sensorium.api.auth.Sender;
import io.sensorium.api.common.ApiError;
import io.sensorium.core.identity.Caller;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.OverloadedException;
import io.sensorium.intake.accept.Accept;
import io.sensorium.intake.accept.Receipt;
import io.sensorium.intake.accept.Submission;
import io.sensorium.intake.signals.Decoded;
import io.sensorium.store.identity.Links;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** What all ways in by HTTP share: who may send, and which answer each failure has. */
final class Uploads {

  /** Reads a body. */
  interface Decoder {
    Decoded decode(Instant receivedAt) throws IOException;
  }

  private final Accept accept;
  private final Links links;
  private final Clock clock;

  Uploads(Accept accept, Links links, Clock clock) {
    this.accept = accept;
    this.links = links;
    this.clock = clock;
  }

  /** Takes a batch in; the receipt says what was taken. */
  Receipt take(Caller caller, Decoder decoder) throws IOException {
    var sender = Sender.of(caller);
    try {
      accept.requireRoom();
      var receivedAt = clock.instant();
      var batch = decoder.decode(receivedAt);
      if (!batch.signals().isEmpty()) {
        sender.noteUse(links);
      }
      return accept.accept(
          new Submission(sender.person().id(), sender.install().id(), receivedAt, batch));
    } catch (MalformedInputException e) {
      throw ApiError.invalidParameter(String.valueOf(e.getMessage()));
    } catch (InputTooLargeException e) {
      throw new ApiError(413, "PAYLOAD_TOO_LARGE", String.valueOf(e.getMessage()));
    } catch (OverloadedException e) {
      throw ApiError.unavailable(String.valueOf(e.getMessage()), e.retryAfter());
    }
  }
}
