/** What gateways name their sources with, byte for byte, remembered so that names are read once. */
@NullMarked
package io.sensorium.intake.series;

import org.jspecify.annotations.NullMarked;
