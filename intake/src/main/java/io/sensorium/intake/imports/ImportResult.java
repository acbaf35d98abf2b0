package io.sensorium.intake.imports;

import org.jspecify.annotations.Nullable;

/**
 * How an import ended.
 *
 * @param error why the file could not be read to its end, or null when it was; what came before the
 *     error is taken all the same
 */
public record ImportResult(ImportProgress progress, @Nullable String error) {}
