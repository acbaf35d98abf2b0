/** How the server writes its log. */
@NullMarked
package io.sensorium.server.logging;

import org.jspecify.annotations.NullMarked;
