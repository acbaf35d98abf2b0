package io.sensorium.api.people.export;

import io.sensorium.store.archive.History;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.driving.Drives;
import io.sensorium.store.driving.DrivingSummaries;
import io.sensorium.store.habit.Habits;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.outbox.TimelineNotifications;
import io.sensorium.store.timeline.Timelines;

/** The ports that hold something of a person. */
public record PersonStores(
    Identities identities,
    History history,
    Timelines timelines,
    Corrections corrections,
    Drives drives,
    DrivingSummaries drivingSummaries,
    Habits habits,
    TimelineNotifications notifications) {}
