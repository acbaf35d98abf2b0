package io.sensorium.api.mobility;

import io.sensorium.store.archive.Archive;
import io.sensorium.store.driving.Drives;
import io.sensorium.store.driving.DrivingSummaries;
import io.sensorium.store.habit.Habits;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.timeline.Timelines;

/** The ports that the mobility API reads. */
public record MobilityStores(
    Identities identities,
    Timelines timelines,
    Inbox inbox,
    Archive archive,
    Drives drives,
    DrivingSummaries drivingSummaries,
    Habits habits) {}
