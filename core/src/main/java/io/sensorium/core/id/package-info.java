/** Identifiers: what they name and the one form in which each is written. */
@NullMarked
package io.sensorium.core.id;

import org.jspecify.annotations.NullMarked;
