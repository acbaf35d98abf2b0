package io.sensorium.intake.imports;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.files.TrackFileReader;

/**
 * A file to be taken into a user's history.
 *
 * @param install what the file's batches are named under
 * @param identity names the file's content, such as its hash: the same content under the same
 *     identity is taken once
 */
public record ImportFile(UserId user, InstallId install, String identity, TrackFileReader reader) {}
