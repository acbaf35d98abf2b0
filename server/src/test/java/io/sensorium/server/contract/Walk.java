package io.sensorium.server.contract;

import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** A morning of a phone, a fix every 20 s: an hour at home, a drive of 20 minutes, then work. */
@NullMarked
final class Walk {

  static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  static final int HOME_FIXES = 180;
  static final int DRIVE_FIXES = 60;

  private static final double HOME_LATITUDE_DEG = 51.0543;
  private static final double DRIVEN_DEG_PER_FIX = 0.0022; // 12 m/s

  private Walk() {}

  /** The body of an upload of the fixes {@code from..to}, the last not included. */
  static String fixes(int from, int to) {
    var json = new StringBuilder("{\"fixes\":[");
    for (int i = from; i < to; i++) {
      json.append(i == from ? "" : ",")
          .append("{\"time\":\"")
          .append(START.plusSeconds(20L * i))
          .append("\",\"lat\":")
          .append(latitudeDeg(i))
          .append(",\"lon\":3.7174,\"accuracy\":8}");
    }
    return json.append("]}").toString();
  }

  /** All of the morning, until that many fixes at work. */
  static String untilWork(int workFixes) {
    return fixes(0, HOME_FIXES + DRIVE_FIXES + workFixes);
  }

  private static double latitudeDeg(int fix) {
    int driven = Math.max(0, Math.min(DRIVE_FIXES, fix - HOME_FIXES));
    return Math.round((HOME_LATITUDE_DEG + driven * DRIVEN_DEG_PER_FIX) * 1e7) / 1e7;
  }
}
