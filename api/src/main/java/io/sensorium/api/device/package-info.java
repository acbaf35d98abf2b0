/** The API of phones: installs, tokens, uploads. */
@NullMarked
package io.sensorium.api.device;

import org.jspecify.annotations.NullMarked;
