/** Linking installs to people, and what a person can ask for: to be erased, to get everything. */
@NullMarked
package io.sensorium.api.people;

import org.jspecify.annotations.NullMarked;
