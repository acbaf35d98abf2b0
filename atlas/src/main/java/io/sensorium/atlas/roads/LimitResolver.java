package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.RoadSetting.SignAhead;
import io.sensorium.atlas.limits.RoadSetting.Spot;
import java.util.List;

/**
 * Tells the limits of ways, once it is known where they lie: is first shown them all, then asked.
 */
interface LimitResolver {

  /** Of ways of which nothing is known. */
  LimitResolver NONE =
      new LimitResolver() {
        @Override
        public int signCode(int tagSet) {
          return LimitCode.UNKNOWN;
        }

        @Override
        public void show(WayPlace way) {
          // nothing is learned from it
        }

        @Override
        public WayLimit resolve(WayPlace way) {
          return WayLimit.UNKNOWN;
        }
      };

  /** The {@link LimitCode} that signs say in both directions; unknown where these differ. */
  int signCode(int tagSet);

  /** Shows a way, so that its sign tells of others. */
  void show(WayPlace way);

  /** The limits of a way, after all were shown. */
  WayLimit resolve(WayPlace way);

  /**
   * A way and where it lies.
   *
   * @param tagSet number of the tags that matter for limits
   * @param density of the houses around; see {@link BuiltUp}
   * @param spots places along it
   * @param ahead the signs beyond its ends, when it is asked for
   */
  record WayPlace(int tagSet, int density, List<Spot> spots, List<SignAhead> ahead) {

    public WayPlace {
      spots = List.copyOf(spots);
      ahead = List.copyOf(ahead);
    }

    Spot middle() {
      return spots.get(spots.size() / 2);
    }
  }

  /**
   * The limits of a way in both directions.
   *
   * @param codes that along the way in the lower 16 bits, that against it in the upper
   * @param sources that along the way in the lowest 8 bits, that against it in the next; then how
   *     certain each is, in steps of {@link #CERTAINTY_STEPS}
   * @param text number of a text of conditions, or -1
   */
  record WayLimit(int codes, int sources, int text) {

    static final WayLimit UNKNOWN = new WayLimit(0, 0, -1);

    static final int CERTAINTY_STEPS = 100;
  }
}
