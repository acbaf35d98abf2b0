package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.datasets.CsvTable;
import io.sensorium.benchmarks.pipeline.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The labelled sensor networks of Suthaharan et al. (ISSNIP 2010): temperature and humidity every
 * five seconds, and hot water steam beside some motes.
 */
final class SteamRecordings {

  private SteamRecordings() {}

  /** The motes of all recordings in a folder. */
  static List<Mote> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BenchException("there is no folder " + folder);
    }
    var motes = new ArrayList<Mote>();
    try (var files = Files.newDirectoryStream(folder, "*.csv*")) {
      for (var file : files) {
        var name = file.getFileName().toString();
        motes.addAll(motes(name.substring(0, name.indexOf('.')), CsvTable.read(file)));
      }
    }
    if (motes.isEmpty()) {
      throw new BenchException("no recordings in " + folder);
    }
    return motes;
  }

  static List<Mote> motes(String recording, CsvTable table) {
    int mote = table.column("mote_id");
    int humidity = table.column("humidity");
    int label = table.column("label");
    var humidities = new LinkedHashMap<String, List<Double>>();
    var steam = new LinkedHashMap<String, BitSet>();
    for (var row : table.rows()) {
      var serial = recording + "-" + row.get(mote);
      var values = humidities.computeIfAbsent(serial, _ -> new ArrayList<>());
      steam
          .computeIfAbsent(serial, _ -> new BitSet())
          .set(values.size(), row.get(label).equals("1"));
      values.add(Double.valueOf(row.get(humidity)));
    }
    return humidities.entrySet().stream()
        .map(e -> new Mote(e.getKey(), e.getValue(), steam.getOrDefault(e.getKey(), new BitSet())))
        .toList();
  }
}
