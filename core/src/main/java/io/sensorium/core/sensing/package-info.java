/** Who owns which gateways, sensors and data sources, and what they may do with them. */
@NullMarked
package io.sensorium.core.sensing;

import org.jspecify.annotations.NullMarked;
