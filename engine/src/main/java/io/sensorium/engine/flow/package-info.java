/** One step of the mobility flow for one user: from new items to what changes in the store. */
@NullMarked
package io.sensorium.engine.flow;

import org.jspecify.annotations.NullMarked;
