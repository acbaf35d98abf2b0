/** The mobility API v2/v3: one class for each endpoint. */
@NullMarked
package io.sensorium.api.mobility;

import org.jspecify.annotations.NullMarked;
