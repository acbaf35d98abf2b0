package io.sensorium.api.admin;

import io.sensorium.api.common.CertificateStatus;
import io.sensorium.store.inbox.InboxStatus;
import io.sensorium.store.measurement.MeasurementsStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the server is.
 *
 * @param foldedPosition no accepted input at or below it waits
 * @param lag accepted inputs that wait
 * @param pendingKeys users whose inputs wait or are being folded
 * @param tripsToRenew trips of the past that are still told by another map than today's
 * @param renewedTrips trips that were derived again since the start, because the map had changed
 * @param storeKind {@code sqlite} or {@code postgresql}
 * @param parkedNotifications of sensors, that could not be told
 * @param parkedNews of people, that could not be told
 * @param atlas what is known of the earth
 * @param certificate that is shown by TLS; null when TLS is off
 */
public record ServerStatus(
    String version,
    InboxStatus inbox,
    long foldedPosition,
    long lag,
    long pendingKeys,
    long parked,
    long tripsToRenew,
    long renewedTrips,
    String storeKind,
    long storeBytes,
    MeasurementsStatus measurements,
    ParkedStatus parkedNotifications,
    ParkedStatus parkedNews,
    AtlasStatus atlas,
    @Nullable CertificateStatus certificate,
    Duration uptime) {}
