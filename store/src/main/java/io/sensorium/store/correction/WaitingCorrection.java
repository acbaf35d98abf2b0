package io.sensorium.store.correction;

import io.sensorium.core.correction.Correction;

/**
 * A correction that the timeline does not follow yet.
 *
 * @param withdrawn whether it was taken back; else it was given
 */
public record WaitingCorrection(Correction correction, boolean withdrawn) {}
