/** Which sensors and gateways have fallen silent, and which batteries are low. */
@NullMarked
package io.sensorium.analysis.contact;

import org.jspecify.annotations.NullMarked;
