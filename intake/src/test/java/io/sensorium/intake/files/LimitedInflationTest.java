package io.sensorium.intake.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LimitedInflationTest {

  private static final LimitedInflation.Limits ANY =
      new LimitedInflation.Limits(Integer.MAX_VALUE, Long.MAX_VALUE);

  @Test
  void whatIsPackedIsUnpackedAndWhatIsNotStays() throws IOException {
    byte[] plain = "<gpx/>".getBytes(UTF_8);
    byte[] packed = gzip(plain);

    assertThat(unpack(plain, ANY)).isEqualTo(plain);
    assertThat(unpack(packed, ANY)).isEqualTo(plain);
    assertThat(unpack(new byte[0], ANY)).isEmpty();
    assertThat(unpack(new byte[] {0x1f}, ANY)).containsExactly(0x1f);
  }

  @Test
  void aFileMayBePackedInSeveralPieces() throws IOException {
    byte[] pieces = concat(gzip("<gpx>".getBytes(UTF_8)), gzip("</gpx>".getBytes(UTF_8)));

    assertThat(unpack(pieces, ANY)).asString(UTF_8).isEqualTo("<gpx></gpx>");
  }

  @Test
  void theBytesReadAreThoseOfTheFileAsItIs() throws IOException {
    byte[] packed = gzip(new byte[100_000]);
    try (var in = LimitedInflation.open(new ByteArrayInputStream(packed), ANY)) {
      in.readAllBytes();

      assertThat(in.bytesRead()).isEqualTo(packed.length);
    }
  }

  @Test
  void whatUnpacksToMoreThanAHundredfoldIsRefused() throws IOException {
    byte[] bomb = gzip(new byte[20_000_000]);

    assertThatThrownBy(() -> unpack(bomb, LimitedInflation.Limits.FILE))
        .isInstanceOf(InputTooLargeException.class)
        .hasMessage("packed more than 100 to 1");
  }

  @Test
  void aSmallFileMayPackAsWellAsItLikes() throws IOException {
    byte[] spaces = gzip(new byte[1_000_000]);

    assertThat(unpack(spaces, LimitedInflation.Limits.FILE)).hasSize(1_000_000);
  }

  @Test
  void whatUnpacksToTooManyBytesIsRefused() throws IOException {
    byte[] noise = new byte[2_000];
    new Random(1).nextBytes(noise);
    var limits = new LimitedInflation.Limits(100, 1_999);

    assertThatExceptionOfType(InputTooLargeException.class)
        .isThrownBy(() -> unpack(gzip(noise), limits));
    assertThatExceptionOfType(InputTooLargeException.class).isThrownBy(() -> unpack(noise, limits));
    assertThat(unpack(noise, new LimitedInflation.Limits(100, 2_000))).hasSize(2_000);
  }

  @Test
  void packingThatIsDamagedOrCutOffIsMalformed() throws IOException {
    byte[] packed = gzip("<gpx/>".repeat(50).getBytes(UTF_8));
    byte[] damaged = packed.clone();
    damaged[packed.length - 6] ^= 1;

    for (byte[] bad : new byte[][] {damaged, Arrays.copyOf(packed, 15), Arrays.copyOf(packed, 3)}) {
      assertThatThrownBy(() -> unpack(bad, ANY))
          .isInstanceOf(MalformedInputException.class)
          .hasMessageStartingWith("the gzip packing is damaged");
    }
  }

  private static byte[] unpack(byte[] bytes, LimitedInflation.Limits limits) throws IOException {
    try (var in = LimitedInflation.open(new ByteArrayInputStream(bytes), limits)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
