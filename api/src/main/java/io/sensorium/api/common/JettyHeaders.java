package io.sensorium.api.common;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** The header fields as Jetty holds them. */
record JettyHeaders(HttpFields fields) implements Headers {

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  @Override
  public List<String> list(String name) {
    return fields.getValuesList(name);
  }
}
