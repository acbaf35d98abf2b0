/** What the OwnTracks app posts. */
@NullMarked
package io.sensorium.intake.owntracks;

import org.jspecify.annotations.NullMarked;
