/** The document of the whole HTTP interface, by OpenAPI 3.1, and a page that shows it. */
@NullMarked
package io.sensorium.api.documents;

import org.jspecify.annotations.NullMarked;
