/** Who calls, by the credential that is shown, and what the caller may do. */
@NullMarked
package io.sensorium.api.auth;

import org.jspecify.annotations.NullMarked;
