/** What gateways call, beside sending measurements: pairing, and commands on their way to them. */
@NullMarked
package io.sensorium.api.gateway;

import org.jspecify.annotations.NullMarked;
