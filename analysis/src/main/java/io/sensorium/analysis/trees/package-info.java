/** Models of boosted decision trees: how they are written down, and how they are asked. */
@NullMarked
package io.sensorium.analysis.trees;

import org.jspecify.annotations.NullMarked;
