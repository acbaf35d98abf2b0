package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.SeriesCodec;
import io.sensorium.series.SeriesSummary;
import io.sensorium.series.SeriesValues;
import io.sensorium.store.StoreException;
import java.util.Arrays;
import java.util.function.Function;

/** The bytes of a block that was read, of which a reader decodes as much as it needs. */
final class SealedBlock {

  private final long id;
  private final byte[] payload;

  /** Takes the bytes over. */
  SealedBlock(long id, byte[] payload) {
    this.id = id;
    this.payload = payload;
  }

  long id() {
    return id;
  }

  int bytes() {
    return payload.length;
  }

  /** Whether the other one has the same id and bytes. */
  boolean isLike(SealedBlock other) {
    return id == other.id && Arrays.equals(payload, other.payload);
  }

  Series rows() {
    return decode(SeriesCodec::decode);
  }

  SeriesValues values() {
    return decode(SeriesCodec::values);
  }

  SeriesSummary summary() {
    return decode(SeriesCodec::summary);
  }

  private <T> T decode(Function<byte[], T> codec) {
    try {
      return codec.apply(payload);
    } catch (DamagedBytesException e) {
      throw new StoreException("block " + id + " of measurements is damaged", false, e);
    }
  }
}
