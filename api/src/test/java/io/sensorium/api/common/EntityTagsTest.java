package io.sensorium.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

  private static final String TAG = "W/\"abc\"";

  @Test
  void tagsAreComparedWithoutTheirWeakness() {
    assertThat(EntityTags.anyMatches(List.of("W/\"abc\""), TAG)).isTrue();
    assertThat(EntityTags.anyMatches(List.of("\"abc\""), TAG)).isTrue();
    assertThat(EntityTags.anyMatches(List.of("\"x\", W/\"abc\""), TAG)).isTrue();
    assertThat(EntityTags.anyMatches(List.of("\"x\"", "W/\"abc\""), TAG)).isTrue();
    assertThat(EntityTags.anyMatches(List.of(" * "), TAG)).isTrue();
  }

  @Test
  void anotherTagOrNoneIsNoMatch() {
    assertThat(EntityTags.anyMatches(List.of(), TAG)).isFalse();
    assertThat(EntityTags.anyMatches(List.of("W/\"abcd\""), TAG)).isFalse();
    assertThat(EntityTags.anyMatches(List.of("abc"), TAG)).isFalse();
    assertThat(EntityTags.anyMatches(List.of("\"a*\""), TAG)).isFalse();
  }
}
