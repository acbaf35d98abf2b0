package io.sensorium.benchmarks.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

  @Test
  void cellsAreFoundByTheirColumn() {
    var table = CsvTable.parse(List.of("ts,type,confidence", "1.5,3,100", "2.5,,61"));

    assertThat(table.rows().getLast().get(table.column("confidence"))).isEqualTo("61");
    assertThat(table.rows().getLast().get(table.column("type"))).isEmpty();
  }

  @Test
  void quotesHoldCommasAndQuotesTogether() {
    var table = CsvTable.parse(List.of("id,mode", "\"a, \"\"b\"\"\",WALKING"));

    assertThat(table.rows()).containsExactly(List.of("a, \"b\"", "WALKING"));
  }

  @Test
  void aMissingColumnIsNamed() {
    var table = CsvTable.parse(List.of("ts,lat"));

    assertThatThrownBy(() -> table.column("lon")).hasMessageContaining("lon");
  }

  @Test
  void zippedFilesAreRead(@TempDir Path folder) throws IOException {
    var file = folder.resolve("a.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("ts\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(CsvTable.read(file).rows()).containsExactly(List.of("1"), List.of("2"));
  }
}
