package io.sensorium.store.sql;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.SignalsCodec;
import io.sensorium.store.StoreException;
import io.sensorium.store.archive.History;
import io.sensorium.store.archive.SignalStream;
import io.sensorium.store.database.ReaderPool;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads blocks a few at a time; where it goes on is a time, since blocks change meanwhile. */
final class SqlHistory implements History {

  private static final int ITEMS_AT_ONCE = 1_000;

  /** A block of motion may weigh as much as thousands of other items. */
  private static final int CHUNKS_AT_ONCE = 1;

  private record Batch(long position, Signals signals) {}

  private final ReaderPool readers;

  SqlHistory(ReaderPool readers) {
    this.readers = readers;
  }

  @Override
  public void readStream(UserId user, SignalStream stream, Consumer<Signals> receiver) {
    var none = Signals.NONE;
    var fixes = none.fixes();
    switch (stream) {
      case FIXES -> readFixes(user, receiver);
      case MOTION ->
          readList(
              user,
              Streams.MOTION,
              CHUNKS_AT_ONCE,
              items -> new Signals(fixes, items, none.activity(), none.phone(), none.steps()),
              receiver);
      case ACTIVITY ->
          readList(
              user,
              Streams.ACTIVITY,
              ITEMS_AT_ONCE,
              items -> new Signals(fixes, none.motion(), items, none.phone(), none.steps()),
              receiver);
      case PHONE ->
          readList(
              user,
              Streams.PHONE,
              ITEMS_AT_ONCE,
              items -> new Signals(fixes, none.motion(), none.activity(), items, none.steps()),
              receiver);
      case STEPS ->
          readList(
              user,
              Streams.STEPS,
              ITEMS_AT_ONCE,
              items -> new Signals(fixes, none.motion(), none.activity(), none.phone(), items),
              receiver);
    }
  }

  private void readFixes(UserId user, Consumer<Signals> receiver) {
    var page = fixesAfter(user, Long.MIN_VALUE);
    while (!page.isEmpty()) {
      receiver.accept(Signals.ofFixes(page));
      page = fixesAfter(user, page.timeMicros(page.size() - 1));
    }
  }

  private FixTrack fixesAfter(UserId user, long afterMicros) {
    return readers.read(
        session ->
            new BlockReader<>(Streams.FIXES, session, user, null)
                .after(afterMicros, ITEMS_AT_ONCE));
  }

  private <T> void readList(
      UserId user,
      ListStream<T> stream,
      int atOnce,
      Function<List<T>, Signals> signals,
      Consumer<Signals> receiver) {
    var page = itemsAfter(user, stream, Long.MIN_VALUE, atOnce);
    while (!page.isEmpty()) {
      receiver.accept(signals.apply(page));
      page = itemsAfter(user, stream, stream.times().applyAsLong(page.getLast()), atOnce);
    }
  }

  /** Items that last reach beyond the instant, but are not after it: they were there before. */
  private <T> List<T> itemsAfter(UserId user, ListStream<T> stream, long afterMicros, int atOnce) {
    var read =
        readers.read(
            session -> new BlockReader<>(stream, session, user, null).after(afterMicros, atOnce));
    return read.stream().filter(item -> stream.times().applyAsLong(item) > afterMicros).toList();
  }

  @Override
  public void readWaiting(UserId user, Consumer<Signals> receiver) {
    readBatches("inbox", user, receiver);
    readBatches("parked", user, receiver);
  }

  private void readBatches(String table, UserId user, Consumer<Signals> receiver) {
    var sql =
        """
        SELECT position, payload FROM %s WHERE user_id = ? AND position > ?
        ORDER BY position LIMIT 1
        """
            .formatted(table);
    long position = -1;
    while (true) {
      long after = position;
      var batch =
          readers.read(
              session ->
                  session.find(
                      sql, row -> decode(row.getLong(1), row.getBytes(2)), user.value(), after));
      if (batch.isEmpty()) {
        return;
      }
      receiver.accept(batch.get().signals());
      position = batch.get().position();
    }
  }

  private static Batch decode(long position, byte[] payload) {
    try {
      return new Batch(position, SignalsCodec.decode(payload));
    } catch (DamagedBytesException e) {
      throw new StoreException("input " + position + " is damaged", false, e);
    }
  }
}
