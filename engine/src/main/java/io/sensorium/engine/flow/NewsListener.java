package io.sensorium.engine.flow;

import io.sensorium.core.id.UserId;

/** Whoever is told of news about people. */
public interface NewsListener {

  /** Wants to know nothing. */
  NewsListener NOBODY =
      new NewsListener() {
        @Override
        public boolean wantsLocations(UserId user) {
          return false;
        }

        @Override
        public void arrived(UserId user) {}
      };

  /**
   * Whether somebody is to be told where the user is, or may ask for it later. Asked at each
   * upload, so that nothing is written for nobody.
   */
  boolean wantsLocations(UserId user);

  /** Something new about the user is on disk. */
  void arrived(UserId user);
}
