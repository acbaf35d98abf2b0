package io.sensorium.api.auth;

import io.sensorium.api.common.ApiError;
import io.sensorium.core.identity.Caller;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Links;
import java.time.Duration;

/** Who sends signals, and into whose history. */
public record Sender(User.Person person, Install install) {

  /** The install that sends; only a person's active one may. */
  public static Sender of(Caller caller) {
    var sender =
        switch (caller) {
          case Caller.Phone phone -> new Sender(phone.person(), phone.install());
          case Caller.Uploader uploader -> new Sender(uploader.person(), uploader.install());
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

  /**
   * Notes that the install sends something, before it is stored: from then on it stays with its
   * person.
   *
   * @throws ApiError UNAVAILABLE when the install was linked or displaced just now: to be asked
   *     again
   */
  public void noteUse(Links links) {
    if (!install.used() && !links.markUsed(install.id(), person.id())) {
      throw ApiError.unavailable("the install was changed just now", Duration.ofSeconds(1));
    }
  }
}
