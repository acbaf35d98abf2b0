/** Who may do what: applications, people, installs, credentials, roles and scopes. */
@NullMarked
package io.sensorium.core.identity;

import org.jspecify.annotations.NullMarked;
