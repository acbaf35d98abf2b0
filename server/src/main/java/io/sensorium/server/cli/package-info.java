/** The commands of {@code ./sensorium}. */
@NullMarked
package io.sensorium.server.cli;

import org.jspecify.annotations.NullMarked;
