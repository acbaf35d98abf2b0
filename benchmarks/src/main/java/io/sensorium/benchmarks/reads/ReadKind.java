package io.sensorium.benchmarks.reads;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * What apps ask of the mobility API, and how often of a hundred times.
 *
 * <p>An app opens on today or a day picked, shows where its person is, follows some trips, and
 * looks back over weeks now and then.
 */
enum ReadKind {
  DAY("events of a day", 35),
  WEEK("events of a week", 10),
  TRAJECTORY("trajectory", 15),
  EVENT("one event", 10),
  LOCATION("newest location", 10),
  PROFILE("profile", 5),
  CLUSTERS("location clusters", 5),
  SEGMENTS("segments", 3),
  MOMENTS("moments", 3),
  SCORES("aggregated scores", 2),
  ANNOTATIONS("driving annotations", 2);

  private final String title;
  private final int percent;

  ReadKind(String title, int percent) {
    this.title = title;
    this.percent = percent;
  }

  String title() {
    return title;
  }

  int percent() {
    return percent;
  }

  /** One of the kinds, each as often as it is asked. */
  static ReadKind draw(RandomGenerator random) {
    int left = random.nextInt(100);
    for (var kind : values()) {
      left -= kind.percent;
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the percentages are less than a hundred");
  }

  /** What is asked of one person on one of their days. */
  String target(Reader reader, RandomGenerator random) {
    var v2 = "/v2/users/" + reader.userId();
    var v3 = "/v3/users/" + reader.userId();
    return switch (this) {
      case DAY -> v2 + "/events?" + days(reader.day(random), 0);
      case WEEK -> v2 + "/events?" + days(reader.day(random), 6);
      case TRAJECTORY -> v3 + "/events/" + reader.trip(random) + "/trajectory";
      case EVENT -> v3 + "/events/" + reader.event(random);
      case LOCATION -> v2 + "/location";
      case PROFILE -> v2;
      case CLUSTERS -> v2 + "/location_clusters";
      case SEGMENTS -> v2 + "/segments";
      case MOMENTS -> v2 + "/moments?" + days(reader.day(random), 6);
      case SCORES -> v3 + "/aggregated_driving_scores?type=week";
      case ANNOTATIONS -> v3 + "/events/" + reader.trip(random) + "/behavior_annotations";
    };
  }

  private static String days(LocalDate first, int more) {
    return "from=" + first + "&to=" + first.plusDays(more);
  }
}
