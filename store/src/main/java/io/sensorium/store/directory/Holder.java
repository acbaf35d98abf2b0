package io.sensorium.store.directory;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The process that holds a directory, as its lock file tells it.
 *
 * @param pid 0 when the file does not tell
 * @param url where the process answers; null when it does not, or not yet
 */
public record Holder(long pid, @Nullable String url, @Nullable Instant startedAt) {

  private static final Pattern LINE = Pattern.compile("\"(pid|url|started)\": \"?([^\"\\n,]*)\"?");

  String format() {
    return """
    {
    "pid": %d,
    "url": "%s",
    "started": "%s"
    }
    """
        .formatted(pid, url == null ? "" : url, startedAt == null ? "" : startedAt);
  }

  static Holder parse(String text) {
    long pid = 0;
    String url = null;
    Instant startedAt = null;
    var line = LINE.matcher(text);
    while (line.find()) {
      var value = line.group(2);
      if (value.isEmpty()) {
        continue;
      }
      switch (line.group(1)) {
        case "pid" -> pid = Long.parseLong(value);
        case "url" -> url = value;
        default -> startedAt = Instant.parse(value);
      }
    }
    return new Holder(pid, url, startedAt);
  }

  String describe() {
    var text = new StringBuilder(pid == 0 ? "another process" : "process " + pid);
    if (url != null) {
      text.append(" at ").append(url);
    }
    if (startedAt != null) {
      text.append(", running since ").append(startedAt);
    }
    return text.toString();
  }
}
