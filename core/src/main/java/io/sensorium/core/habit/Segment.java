package io.sensorium.core.habit;

/**
 * A group of people that a person belongs to by habit.
 *
 * @param definitionId names the group, such as {@code mobility.long_commuter}
 * @param explanation why, said to the person: a sentence that begins with "Because"
 */
public record Segment(String definitionId, String explanation) {}
