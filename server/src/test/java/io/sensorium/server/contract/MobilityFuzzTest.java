package io.sensorium.server.contract;

import org.jspecify.annotations.NullMarked;

@NullMarked
class MobilityFuzzTest extends MobilityFuzzContract {

  @Override
  protected String databaseUrl() {
    return "";
  }
}
