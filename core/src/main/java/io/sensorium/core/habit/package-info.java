/** What is told of habits: segments, clusters of stays, moments, and days unlike the others. */
@NullMarked
package io.sensorium.core.habit;

import org.jspecify.annotations.NullMarked;
