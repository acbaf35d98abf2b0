/** Folds one user's fixes, in event-time order, into stays, trips and gaps. */
@NullMarked
package io.sensorium.analysis.flow;

import org.jspecify.annotations.NullMarked;
