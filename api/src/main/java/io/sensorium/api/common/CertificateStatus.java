package io.sensorium.api.common;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that the server shows.
 *
 * @param subject its name
 * @param loadedAt since when it is shown
 * @param problem why the files as they are now are not taken; null when they are
 */
public record CertificateStatus(
    String subject, Instant expiresAt, Instant loadedAt, @Nullable String problem) {}
