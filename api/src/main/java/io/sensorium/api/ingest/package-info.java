/** Ways in for gateways' measurements by HTTP: our own JSON, and protocols that agents speak. */
@NullMarked
package io.sensorium.api.ingest;

import org.jspecify.annotations.NullMarked;
