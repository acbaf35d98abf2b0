package io.sensorium.core.identity;

import io.sensorium.core.id.InstallId;
import java.util.List;

/**
 * Decides which one of a person's installs is active: the one that came last, except that a tablet
 * never displaces an active phone.
 */
public final class Activation {

  private Activation() {}

  /** Whether an install that comes to a person, or comes back, becomes the active one. */
  public static boolean takesOver(Install.Device.Form comer, List<Install> others) {
    return comer == Install.Device.Form.PHONE
        || others.stream().noneMatch(Activation::isActivePhone);
  }

  /** Those of {@code others} that are displaced once another install became the active one. */
  public static List<InstallId> displaced(List<Install> others) {
    return others.stream()
        .filter(install -> install.state() == Install.State.ACTIVE)
        .map(Install::id)
        .toList();
  }

  private static boolean isActivePhone(Install install) {
    return install.state() == Install.State.ACTIVE
        && install.device().form() == Install.Device.Form.PHONE;
  }
}
