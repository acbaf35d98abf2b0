/** Which event keeps which id when a timeline is derived anew. */
@NullMarked
package io.sensorium.engine.ledger;

import org.jspecify.annotations.NullMarked;
