package io.sensorium.api.mobility;

import static io.sensorium.core.driving.Score.ANTICIPATIVE;
import static io.sensorium.core.driving.Score.ANTICIPATIVE_V2;
import static io.sensorium.core.driving.Score.FOCUS;
import static io.sensorium.core.driving.Score.HANDHELD_CALLING;
import static io.sensorium.core.driving.Score.HANDLING_WITHOUT_CALLING;
import static io.sensorium.core.driving.Score.HANDSFREE_CALLING;
import static io.sensorium.core.driving.Score.HARD_ACCEL;
import static io.sensorium.core.driving.Score.HARD_BRAKE;
import static io.sensorium.core.driving.Score.HARD_EVENTS;
import static io.sensorium.core.driving.Score.HARD_TURN;
import static io.sensorium.core.driving.Score.LEGAL;
import static io.sensorium.core.driving.Score.LEGAL_V2;
import static io.sensorium.core.driving.Score.MOUNTED;
import static io.sensorium.core.driving.Score.SMOOTH;
import static io.sensorium.core.driving.Score.SMOOTH_V2;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.Score;
import org.jspecify.annotations.Nullable;

/** Writes scores in the published order; -1 stands for what there is too little data for. */
final class ScoreWriter {

  private static final int UNKNOWN = -1;
  private static final int MAX_DECIMALS = 2;
  private static final int MAX_DECIMALS_OF_WINDOWS = 3;

  private ScoreWriter() {}

  /** The members of a trip's scores: 12 with the type. */
  static void trip(JsonWriter json, DrivingScores scores) {
    head(json, scores, MAX_DECIMALS);
    manners(json, scores);
  }

  /** The members of a zone's scores, those of a trip; overall has a decimal more. */
  static void zone(JsonWriter json, DrivingScores scores) {
    head(json, scores, MAX_DECIMALS_OF_WINDOWS);
    manners(json, scores);
  }

  /** The members of the scores over all zones: a zone's, with focus and mounted. */
  static void allZones(JsonWriter json, DrivingScores scores) {
    head(json, scores, MAX_DECIMALS_OF_WINDOWS);
    scores(json, scores, FOCUS, MOUNTED);
    manners(json, scores);
  }

  private static void head(JsonWriter json, DrivingScores scores, int maxDecimalsOfOverall) {
    json.field("type", "CarBehaviorScores");
    score(json, "overall", scores.overall(maxDecimalsOfOverall), maxDecimalsOfOverall);
    scores(json, scores, SMOOTH, LEGAL, ANTICIPATIVE);
  }

  private static void manners(JsonWriter json, DrivingScores scores) {
    scores(json, scores, HARD_ACCEL, HARD_BRAKE, HARD_EVENTS, HARD_TURN);
    scores(json, scores, LEGAL_V2, SMOOTH_V2, ANTICIPATIVE_V2);
  }

  /** The 18 members of a period's scores; seconds among them, and no type. */
  static void period(JsonWriter json, PeriodScores period) {
    var scores = period.scores();
    scores(json, scores, SMOOTH, LEGAL, ANTICIPATIVE, FOCUS, MOUNTED);
    scores(json, scores, HARD_ACCEL, HARD_BRAKE, HARD_EVENTS, LEGAL_V2, HARD_TURN);
    scores(json, scores, SMOOTH_V2, ANTICIPATIVE_V2, HANDHELD_CALLING);
    count(json, "handheld_calling_duration", period.handheldCallingSeconds());
    scores(json, scores, HANDSFREE_CALLING, HANDLING_WITHOUT_CALLING);
    count(json, "handling_without_calling_duration", period.handlingWithoutCallingSeconds());
    score(json, "attention", scores.attention(), MAX_DECIMALS);
  }

  /** A whole number; -1 when it was not observed. */
  static void count(JsonWriter json, String name, @Nullable Long number) {
    json.field(name, number == null ? UNKNOWN : number);
  }

  private static void scores(JsonWriter json, DrivingScores scores, Score... names) {
    for (var name : names) {
      score(json, name.wireName(), scores.find(name), MAX_DECIMALS);
    }
  }

  private static void score(JsonWriter json, String name, @Nullable Double ratio, int maxDecimals) {
    if (ratio == null) {
      json.field(name, UNKNOWN);
    } else {
      json.field(name, ratio.doubleValue(), maxDecimals);
    }
  }
}
