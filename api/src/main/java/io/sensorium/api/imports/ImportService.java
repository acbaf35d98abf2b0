package io.sensorium.api.imports;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.intake.imports.Format;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes files, and imports them one after the other, over restarts. Safe for many threads. */
public interface ImportService {

  /**
   * Returns when the file is on disk; it is imported afterwards.
   *
   * @return empty when another import of the user is not done yet
   * @throws IOException when the file cannot be read to its end
   */
  Optional<ImportJob> submit(UserId user, InstallId install, Format format, InputStream file)
      throws IOException;

  /** An import of the last days. */
  Optional<ImportJob> find(String id);
}
