package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.datasets.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A series of somebody's room or city, from UCI's repository; gaps are left as they are. */
record RealSeries(String serial, String quantity, Duration interval, List<Row> rows) {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String MISSING = "NA";

  RealSeries {
    rows = List.copyOf(rows);
  }

  /** Five years of a city's air by the hour, and three weeks of an office by the minute. */
  static List<RealSeries> read(Path folder) throws IOException {
    var series = new ArrayList<RealSeries>();
    var air = CsvTable.read(folder.resolve("PRSA_data_2010.1.1-2014.12.31.csv.gz"));
    series.add(new RealSeries("air-1", "temp", HOUR, hourly(air, "TEMP")));
    series.add(new RealSeries("air-2", "pm25", HOUR, hourly(air, "pm2.5")));
    for (var part : List.of("datatraining", "datatest", "datatest2")) {
      var office = CsvTable.read(folder.resolve("occupancy-" + part + ".txt.gz"));
      var name = "office-" + part;
      series.add(new RealSeries(name, "co2", MINUTE, byMinute(office, "CO2")));
    }
    return series;
  }

  private static List<Row> hourly(CsvTable table, String column) {
    int year = table.column("year");
    int month = table.column("month");
    int day = table.column("day");
    int hour = table.column("hour");
    int value = table.column(column);
    var rows = new ArrayList<Row>();
    for (var row : table.rows()) {
      if (!row.get(value).equals(MISSING)) {
        var date =
            LocalDateTime.of(
                Integer.parseInt(row.get(year)),
                Integer.parseInt(row.get(month)),
                Integer.parseInt(row.get(day)),
                Integer.parseInt(row.get(hour)),
                0);
        rows.add(new Row(date.toInstant(ZoneOffset.UTC), Double.parseDouble(row.get(value))));
      }
    }
    return rows;
  }

  /** The rows begin with a number that the line of columns does not name. */
  private static List<Row> byMinute(CsvTable table, String column) {
    int date = table.column("date") + 1;
    int value = table.column(column) + 1;
    return table.rows().stream()
        .map(row -> new Row(utc(row.get(date)), Double.parseDouble(row.get(value))))
        .toList();
  }

  private static Instant utc(String date) {
    return LocalDateTime.parse(date.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
