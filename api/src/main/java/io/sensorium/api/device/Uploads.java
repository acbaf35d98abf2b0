package io.sensorium.api.device;

import io.sensorium.api.common.ApiError;
import io.sensorium.core.identity.Caller;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.User;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.OverloadedException;
import io.sensorium.intake.accept.Accept;
import io.sensorium.intake.accept.Receipt;
import io.sensorium.intake.accept.Submission;
import io.sensorium.intake.signals.Decoded;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** What all ways in by HTTP share: who may send, and which answer each failure has. */
final class Uploads {

  /** Reads a body. */
  interface Decoder {
    Decoded decode(Instant receivedAt) throws IOException;
  }

  /** Who sends, and into whose history. */
  record Sender(User.Person person, Install install) {}

  private final Accept accept;
  private final Clock clock;

  Uploads(Accept accept, Clock clock) {
    this.accept = accept;
    this.clock = clock;
  }

  /** Takes a batch in; the receipt says what was taken. */
  Receipt take(Caller caller, Decoder decoder) throws IOException {
    var sender = sender(caller);
    try {
      accept.requireRoom();
      var receivedAt = clock.instant();
      var batch = decoder.decode(receivedAt);
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

  /** The install that sends; only a person's active one may. */
  static Sender sender(Caller caller) {
    var sender =
        switch (caller) {
          case Caller.Phone phone -> new Sender(phone.person(), phone.install());
          case Caller.Uploader uploader -> new Sender(uploader.person(), uploader.install());
          case Caller.Anonymous _ -> throw ApiError.unauthorized();
          case Caller.Administrator _, Caller.Key _, Caller.Controller _ ->
              throw ApiError.forbidden();
        };
    switch (sender.install().state()) {
      case ACTIVE -> {}
      case DEACTIVATED -> throw ApiError.installDeactivated();
      case DISABLED -> throw ApiError.installDisabled("Install is disabled.");
      case DELETED -> throw ApiError.installDeleted("Install is deleted.");
    }
    return sender;
  }
}
