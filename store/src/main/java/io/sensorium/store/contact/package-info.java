/** When nothing came from sensors and gateways, and which batteries are low. */
@NullMarked
package io.sensorium.store.contact;

import org.jspecify.annotations.NullMarked;
