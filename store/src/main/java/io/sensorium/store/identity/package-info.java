/** Who is known: accounts, applications, people, installs, credentials. */
@NullMarked
package io.sensorium.store.identity;

import org.jspecify.annotations.NullMarked;
