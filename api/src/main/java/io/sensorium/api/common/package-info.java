/** What all handlers share: requests, responses, routes, errors, JSON, limits and the server. */
@NullMarked
package io.sensorium.api.common;

import org.jspecify.annotations.NullMarked;
