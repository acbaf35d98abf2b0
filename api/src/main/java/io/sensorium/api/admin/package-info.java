/** The API of the operator: applications, keys, people, state of the server. */
@NullMarked
package io.sensorium.api.admin;

import org.jspecify.annotations.NullMarked;
