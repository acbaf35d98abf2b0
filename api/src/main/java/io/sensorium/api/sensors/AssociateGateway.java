package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.GatewayJson;
import io.sensorium.core.identity.Secret;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.Association;
import java.util.Optional;

/**
 * {@code POST /v1/gateways} with {@code serial=00000000} and, if wished, {@code name=Home}, and
 * {@code claim_code} where the operator set one. A serial that is unknown and one that another owns
 * look alike, and few wrong ones may be tried.
 */
final class AssociateGateway implements SensorMethod {

  private final Devices devices;
  private final RateLimiter misses;
  private final DateStyle dates;

  AssociateGateway(Devices devices, RateLimiter misses, DateStyle dates) {
    this.devices = devices;
    this.misses = misses;
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var parameters = call.parameters();
    var serial = parameters.getText("serial", Lengths.SERIAL);
    var name = parameters.findText("name", Lengths.NAME);
    var claimCode = parameters.findText("claim_code", Lengths.CLAIM_CODE).map(Secret::sha256);
    var attempts = "claims:" + call.owner();
    misses.check(attempts);
    var association =
        devices.associate(
            call.owner(), serial, claimCode.orElse(null), name.orElse(null), call.now());
    if (association == Association.NOT_AVAILABLE) {
      throw ApiError.notFound();
    }
    misses.giveBack(attempts);
    return answer(serial, association == Association.ALREADY_OURS ? name : Optional.empty());
  }

  private Answer answer(String serial, Optional<String> newTitle) {
    var id = devices.findGatewayBySerial(serial).orElseThrow(ApiError::notFound).id();
    newTitle.ifPresent(title -> devices.setGatewayTitle(id, title));
    var gateway = devices.getInventory(id);
    return Answer.changed(json -> GatewayJson.write(json.name("gateway"), dates, gateway));
  }
}
