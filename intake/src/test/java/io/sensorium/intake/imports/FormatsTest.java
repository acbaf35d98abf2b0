package io.sensorium.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource({"a.gpx, gpx", "A.GPX.GZ, gpx", "x/y.geojson, geojson", "locations.json.gz, geojson"})
  void aFileNameSpeaksOfItsFormat(String fileName, String format) {
    assertThat(Formats.findByFileName(fileName)).map(Format::name).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.kml", "gpx.zip", "", "a."})
  void otherFileNamesSpeakOfNone(String fileName) {
    assertThat(Formats.findByFileName(fileName)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \ufeff<?xml version="1.0"?><!-- x --><gpx version="1.1"> | gpx
          {"type": "FeatureCollection"                       | geojson
          [{"_type": "location"}]                            | geojson
          """)
  void theFirstBytesSpeakOfTheFormat(String head, String format) {
    assertThat(Formats.findByHead(head.getBytes(UTF_8))).map(Format::name).contains(format);
  }

  @Test
  void otherBytesSpeakOfNone() {
    assertThat(Formats.findByHead("<kml>".getBytes(UTF_8))).isEmpty();
    assertThat(Formats.findByHead(new byte[0])).isEmpty();
  }

  @Test
  void everyFormatIsFoundByItsName() {
    for (var format : Formats.list()) {
      assertThat(Formats.find(format.name())).contains(format);
    }
    assertThat(Formats.find("GPX")).isEmpty();
  }
}
