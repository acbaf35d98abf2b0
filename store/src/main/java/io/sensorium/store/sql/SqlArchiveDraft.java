package io.sensorium.store.sql;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.signals.PhoneState;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.signals.StepCount;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changed blocks of a user, until they are committed. */
final class SqlArchiveDraft extends SqlArchiveReader implements ArchiveDraft {

  private final NewestBlocks newest;
  private final UserId user;
  private final List<StreamDraft<?>> streams;
  private final Signals added;

  SqlArchiveDraft(
      ReaderPool readers,
      NewestBlocks newest,
      UserId user,
      StreamDraft<FixTrack> fixes,
      StreamDraft<List<MotionChunk>> motion,
      StreamDraft<List<ActivitySample>> activity,
      StreamDraft<List<PhoneState>> phone,
      StreamDraft<List<StepCount>> steps) {
    super(readers);
    this.newest = newest;
    this.user = user;
    streams = List.of(fixes, motion, activity, phone, steps);
    added =
        new Signals(fixes.added(), motion.added(), activity.added(), phone.added(), steps.added());
  }

  @Override
  public UserId user() {
    return user;
  }

  @Override
  public Signals added() {
    return added;
  }

  @Override
  @SuppressWarnings("unchecked") // a draft of a stream holds items of that stream
  <T> @Nullable StreamDraft<T> draftOf(UserId owner, ItemStream<T> stream) {
    if (!owner.equals(user)) {
      return null;
    }
    for (var draft : streams) {
      if (draft.stream().code() == stream.code()) {
        return (StreamDraft<T>) draft;
      }
    }
    return null;
  }

  /** To be called once the draft is committed. */
  void rememberNewest() {
    streams.forEach(stream -> stream.rememberNewest(newest, user.value()));
  }

  /** To be called when nobody knows whether the draft is committed. */
  void forgetNewest() {
    streams.forEach(stream -> stream.forgetNewest(newest, user.value()));
  }

  void write(Session session) throws SQLException {
    for (var stream : streams) {
      stream.write(session, user.value());
    }
  }
}
