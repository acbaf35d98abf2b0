package io.sensorium.store.sql.sensing;

import io.sensorium.core.sensing.Gateway;
import org.jspecify.annotations.Nullable;

/**
 * A gateway with what nobody is shown.
 *
 * @param hadOwner whether somebody owns it, or did before
 */
record GatewayRow(
    Gateway gateway, String tokenSha256, @Nullable String claimCodeSha256, boolean hadOwner) {}
