package io.sensorium.engine.flow;

import io.sensorium.core.id.UserId;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The states of the users who were worked on last, up to a number of users. */
final class UserCache {

  private final int capacity;
  private final LinkedHashMap<UserId, UserState> states = new LinkedHashMap<>();

  UserCache(int capacity) {
    this.capacity = capacity;
  }

  /** Takes a state out: who changes a user puts the new state back, or nothing when it failed. */
  synchronized Optional<UserState> take(UserId user) {
    return Optional.ofNullable(states.remove(user));
  }

  synchronized void put(UserId user, UserState state) {
    states.put(user, state);
    if (states.size() > capacity) {
      states.pollFirstEntry();
    }
  }
}
