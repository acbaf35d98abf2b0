/** What every port of the store shares: its exception. Each port has a package of its own. */
@NullMarked
package io.sensorium.store;

import org.jspecify.annotations.NullMarked;
