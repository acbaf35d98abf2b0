package io.sensorium.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnicodeTest {

  @Test
  void textOfWholeCharactersIsStorable() {
    assertThat(Unicode.isStorable("")).isTrue();
    assertThat(Unicode.isStorable("Chez Zoë\t東京 😀")).isTrue();
    assertThat(Unicode.isStorable("😀😀")).isTrue();
  }

  @Test
  void halfOfAPairIsNot() {
    assertThat(Unicode.isStorable("anna\ud83d")).isFalse();
    assertThat(Unicode.isStorable("\ude00anna")).isFalse();
    assertThat(Unicode.isStorable("\ude00\ud83d")).isFalse();
    assertThat(Unicode.isStorable("\ud83d\ud83d\ude00")).isFalse();
  }

  @Test
  void whatControlsAPrinterIsNotPrintable() {
    assertThat(Unicode.isPrintable("Chez Zoë 😀")).isTrue();
    assertThat(Unicode.isPrintable("a\nb")).isFalse();
    assertThat(Unicode.isPrintable("a\u0085b")).isFalse();
    assertThat(Unicode.isPrintable("anna\ud83d")).isFalse();
  }

  @Test
  void zeroIsNot() {
    assertThat(Unicode.isStorable("a\0b")).isFalse();
  }
}
