/**
 * A typed client of the server. Records and calls are generated from the OpenAPI document when it
 * is built; what carries them is written by hand.
 */
@NullMarked
package io.sensorium.client;

import org.jspecify.annotations.NullMarked;
