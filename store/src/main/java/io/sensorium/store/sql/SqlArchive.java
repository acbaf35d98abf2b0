package io.sensorium.store.sql;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import java.sql.SQLException;

/** The archive as a table of blocks. */
final class SqlArchive extends SqlArchiveReader implements Archive {

  private final NewestBlocks newest = new NewestBlocks();

  SqlArchive(ReaderPool readers) {
    super(readers);
  }

  @Override
  public ArchiveDraft draft(UserId user, Signals more) {
    return readers().read(session -> draft(session, user, more));
  }

  @Override
  public void forget(UserId user) {
    newest.forgetAll(user.value());
  }

  private ArchiveDraft draft(Session session, UserId user, Signals more) throws SQLException {
    var name = user.value();
    return new SqlArchiveDraft(
        readers(),
        newest,
        user,
        new BlockMerger<>(Streams.FIXES, session, name, newest).merge(more.fixes()),
        new BlockMerger<>(Streams.MOTION, session, name, newest).merge(more.motion()),
        new BlockMerger<>(Streams.ACTIVITY, session, name, newest).merge(more.activity()),
        new BlockMerger<>(Streams.PHONE, session, name, newest).merge(more.phone()),
        new BlockMerger<>(Streams.STEPS, session, name, newest).merge(more.steps()));
  }
}
