/** Files that wait to be imported, on disk, and the one thread that imports them. */
@NullMarked
package io.sensorium.server.imports;

import org.jspecify.annotations.NullMarked;
