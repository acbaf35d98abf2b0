/** Erasing people: what is removed, and what is kept so that nothing of them comes back. */
@NullMarked
package io.sensorium.store.erasure;

import org.jspecify.annotations.NullMarked;
