/** Secrets that must be used, and so cannot be hashed, encrypted at rest. */
@NullMarked
package io.sensorium.store.sealing;

import org.jspecify.annotations.NullMarked;
