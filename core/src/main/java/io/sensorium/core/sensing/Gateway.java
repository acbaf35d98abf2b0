package io.sensorium.core.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorUserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that sends what its sensors measure.
 *
 * @param owner the user it is associated with; null while it waits for one
 * @param master the gateway it sends through; null when it is a master itself
 * @param associatedAt when the owner took it
 * @param disconnectedAt since when it is silent; null while it is heard
 */
public record Gateway(
    GatewayId id,
    String serial,
    @Nullable SensorUserId owner,
    String title,
    @Nullable String firmware,
    GatewayType type,
    @Nullable GatewayId master,
    @Nullable String ipv4,
    @Nullable String localIpv4,
    @Nullable Instant associatedAt,
    @Nullable Instant disconnectedAt) {}
