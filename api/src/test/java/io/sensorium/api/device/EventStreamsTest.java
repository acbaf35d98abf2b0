package io.sensorium.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.IdSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final IdSource ids = new IdSource(new Random(1));
  private final AtomicLong changes = new AtomicLong();
  private final EventStreams streams = new EventStreams(changes::get, 7, Duration.ofMillis(50));

  @AfterEach
  void close() {
    streams.close();
  }

  @Test
  void aUserHasFiveAndAllTogetherHaveAsManyAsThereMayBe() {
    var anna = ids.newUserId();
    var bert = ids.newUserId();
    for (int i = 0; i < EventStreams.MAX_PER_USER; i++) {
      assertThat(streams.open(anna)).isPresent();
    }

    assertThat(streams.open(anna)).isEmpty();
    var berts = streams.open(bert).orElseThrow();
    assertThat(streams.open(bert)).isPresent();
    assertThat(streams.open(ids.newUserId())).isEmpty();

    berts.close();
    berts.close(); // counts once
    assertThat(streams.openCount()).isEqualTo(6);
    assertThat(streams.open(ids.newUserId())).isPresent();
  }

  @Test
  void aRingWakesTheUserAloneAndIsNotLostWhenItComesEarly() throws Exception {
    var anna = ids.newUserId();
    var annas = streams.open(anna).orElseThrow();
    var berts = streams.open(ids.newUserId()).orElseThrow();

    streams.ring(anna);
    streams.ring(anna);

    assertThat(annas.await(LONG)).isTrue();
    assertThat(annas.await(Duration.ZERO)).isFalse(); // both rings were heard at once
    assertThat(berts.await(Duration.ZERO)).isFalse();
  }

  @Test
  void aChangeOfCredentialsWakesAll() throws Exception {
    var stream = streams.open(ids.newUserId()).orElseThrow();

    changes.incrementAndGet();

    assertThat(stream.await(LONG)).isTrue();
    assertThat(stream.isEnded()).isFalse();
  }

  @Test
  void aReaderThatTakesNothingIsCutOff() throws Exception {
    var stream = streams.open(ids.newUserId()).orElseThrow();
    try (var reader = new PipedInputStream(16);
        var out = new PipedOutputStream(reader)) {
      assertThatThrownBy(() -> stream.send(out, new byte[1_000])) // nobody reads
          .isInstanceOf(IOException.class);
    }

    assertThat(stream.isEnded()).isTrue();
  }

  @Test
  void aReaderThatTakesAllIsLeftAlone() throws Exception {
    var stream = streams.open(ids.newUserId()).orElseThrow();
    var out = new ByteArrayOutputStream();

    stream.send(out, new byte[1_000]);
    stream.await(Duration.ofMillis(200)); // longer than a reader may take for one write

    assertThat(out.size()).isEqualTo(1_000);
    assertThat(stream.isEnded()).isFalse();
  }

  @Test
  void aStopEndsAllAndLetsNoneIn() throws Exception {
    var stream = streams.open(ids.newUserId()).orElseThrow();

    streams.close();

    assertThat(stream.await(LONG)).isTrue();
    assertThat(stream.isEnded()).isTrue();
    assertThat(streams.open(ids.newUserId())).isEmpty();
  }
}
