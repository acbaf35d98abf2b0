/** Times and decimals read from characters, without objects between. */
@NullMarked
package io.sensorium.intake.text;

import org.jspecify.annotations.NullMarked;
