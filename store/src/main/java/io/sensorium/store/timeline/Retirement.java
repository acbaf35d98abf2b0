package io.sensorium.store.timeline;

import io.sensorium.core.id.EventId;
import org.jspecify.annotations.Nullable;

/** An event id that is no longer in use, and the event that took its place, where one did. */
public record Retirement(EventId id, @Nullable EventId successor) {}
