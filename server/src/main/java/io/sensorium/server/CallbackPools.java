package io.sensorium.server;

import io.sensorium.core.network.AddressRange;
import io.sensorium.delivery.callback.CallbackClient;
import io.sensorium.delivery.callback.CallbackPool;
import io.sensorium.delivery.network.AddressRules;
import io.sensorium.delivery.network.CheckedLookup;
import io.sensorium.delivery.network.Trust;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigException;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.DeliveryQueue;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;

/** Makes the pools that send to callbacks and webhooks, by the same settings. */
final class CallbackPools {

  private CallbackPools() {}

  /**
   * A pool for the callbacks of one database.
   *
   * @throws ConfigException when a setting does not hold
   */
  static CallbackPool newPool(
      Config.Callbacks config, DeliveryQueue queue, Callbacks callbacks, Clock clock) {
    var ranges =
        ConfigFiles.checked(
            "callbacks.allowedAddresses",
            () -> config.allowedAddresses().stream().map(AddressRange::parse).toList());
    var trust = ConfigFiles.checked("callbacks.authorities", () -> trust(config.authorities()));
    var lookup = new CheckedLookup(CheckedLookup.Names.OF_SYSTEM, new AddressRules(ranges));
    return new CallbackPool(
        queue,
        callbacks,
        new CallbackClient(lookup, trust, "Sensorium/" + Version.current(), CallbackClient.TIMEOUT),
        config.slots(),
        config.disableAfter(),
        clock);
  }

  /** The certificates of Java, and those of a PEM file unless its name is empty. */
  static SSLContext trust(String authorities) {
    return authorities.isEmpty() ? Trust.ofSystem() : Trust.withAuthorities(Path.of(authorities));
  }
}
