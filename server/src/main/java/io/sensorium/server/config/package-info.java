/** Typed configuration: one record per component, all defaults in one place. */
@NullMarked
package io.sensorium.server.config;

import org.jspecify.annotations.NullMarked;
