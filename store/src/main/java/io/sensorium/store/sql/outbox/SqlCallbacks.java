package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.Owner;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.WebhookSecret;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.database.Work;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.sealing.SealingKey;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Callbacks as a table, with their secrets sealed. */
final class SqlCallbacks implements Callbacks {

  private static final String SELECT = "SELECT " + CallbackRows.COLUMNS + " FROM callbacks c ";

  private static final String INSERT =
      """
      INSERT INTO callbacks
        (callback_id, owner_id, created_by, url, type_bits, created_at, failures_in_row,
         hold_until, secret)
      VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)
      """;

  private static final String CHANGE =
      "UPDATE callbacks SET url = ?, type_bits = ? WHERE callback_id = ? AND owner_id = ?";

  private static final String ROTATE =
      """
      UPDATE callbacks SET old_secret = secret, old_secret_until = ?, secret = ?
      WHERE callback_id = ? AND owner_id = ?
      """;

  private static final String ENABLE =
      """
      UPDATE callbacks
      SET disabled_because = NULL, disabled_at = NULL, failing_since = NULL, failures_in_row = 0,
        hold_until = 0
      WHERE callback_id = ? AND owner_id = ?
      """;

  private static final String ACTIVE_TYPES =
      "SELECT DISTINCT type_bits FROM callbacks WHERE disabled_because IS NULL";

  private static final String SECRETS =
      "SELECT secret, old_secret, old_secret_until FROM callbacks WHERE callback_id = ?";

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final SealingKey key;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong changes = new AtomicLong();
  private volatile Wanted wanted = new Wanted(-1, 0);

  /** What was wanted after a change. */
  private record Wanted(long change, int bits) {}

  SqlCallbacks(SqlWriter writer, ReaderPool readers, SealingKey key) {
    this.writer = writer;
    this.readers = readers;
    this.key = key;
  }

  @Override
  public Optional<Registered> create(NewCallback callback) {
    var secret = WebhookSecret.draw(random);
    return written(session -> create(session, callback, secret));
  }

  private Optional<Registered> create(Session session, NewCallback callback, WebhookSecret secret)
      throws SQLException {
    var owner = OwnerColumn.value(callback.owner());
    if (session.number("SELECT count(*) FROM callbacks WHERE owner_id = ?", owner)
        >= MAX_PER_OWNER) {
      return Optional.empty();
    }
    var id = new CallbackId(OutboxIds.next(session, OutboxIds.CALLBACK));
    var creator = callback.createdBy();
    session.update(
        INSERT,
        id.value(),
        owner,
        creator == null ? null : creator.value(),
        callback.url().text(),
        callback.typeBits(),
        Micros.of(callback.createdAt()),
        seal(id, secret));
    return Optional.of(new Registered(get(session, id), secret));
  }

  private static Callback get(Session session, CallbackId id) throws SQLException {
    return session
        .find(SELECT + "WHERE c.callback_id = ?", CallbackRows::read, id.value())
        .orElseThrow();
  }

  @Override
  public Optional<Callback> find(Owner owner, CallbackId id) {
    return readers.read(
        session ->
            session.find(
                SELECT + "WHERE c.callback_id = ? AND c.owner_id = ?",
                CallbackRows::read,
                id.value(),
                OwnerColumn.value(owner)));
  }

  @Override
  public List<Callback> list(Owner owner) {
    return readers.read(
        session ->
            session.list(
                SELECT + "WHERE c.owner_id = ? ORDER BY c.callback_id",
                CallbackRows::read,
                OwnerColumn.value(owner)));
  }

  @Override
  public int wantedBits() {
    long change = changes.get(); // asked first: what changes later, counts as later
    var known = wanted;
    if (known.change() != change) {
      known = new Wanted(change, readWantedBits());
      wanted = known;
    }
    return known.bits();
  }

  private int readWantedBits() {
    var bits = readers.read(session -> session.list(ACTIVE_TYPES, row -> row.getInt(1)));
    return bits.stream().reduce(0, (a, b) -> a | b);
  }

  private <T> T written(Work<T> work) {
    T result = writer.write(work);
    changes.incrementAndGet();
    return result;
  }

  @Override
  public boolean change(Owner owner, CallbackId id, CallbackUrl url, int typeBits) {
    int changed =
        written(
            session ->
                session.update(CHANGE, url.text(), typeBits, id.value(), OwnerColumn.value(owner)));
    return changed > 0;
  }

  @Override
  public boolean delete(Owner owner, CallbackId id) {
    int deleted =
        written(
            session ->
                session.update(
                    "DELETE FROM callbacks WHERE callback_id = ? AND owner_id = ?",
                    id.value(),
                    OwnerColumn.value(owner)));
    return deleted > 0;
  }

  @Override
  public int deleteAll(Owner owner) {
    return written(
        session ->
            session.update("DELETE FROM callbacks WHERE owner_id = ?", OwnerColumn.value(owner)));
  }

  @Override
  public Optional<WebhookSecret> rotateSecret(Owner owner, CallbackId id, Instant at) {
    var secret = WebhookSecret.draw(random);
    long overlapEnd = Micros.of(at.plus(SECRET_OVERLAP));
    int rotated =
        writer.write(
            session ->
                session.update(
                    ROTATE, overlapEnd, seal(id, secret), id.value(), OwnerColumn.value(owner)));
    return rotated > 0 ? Optional.of(secret) : Optional.empty();
  }

  @Override
  public boolean disable(Owner owner, CallbackId id, Instant at) {
    return written(
        session -> {
          boolean ours = isOwned(session, owner, id);
          if (ours) {
            CallbackRows.disable(session, id.value(), Callback.Reason.OWNER, Micros.of(at));
          }
          return ours;
        });
  }

  private static boolean isOwned(Session session, Owner owner, CallbackId id) throws SQLException {
    return session.number(
            "SELECT count(*) FROM callbacks WHERE callback_id = ? AND owner_id = ?",
            id.value(),
            OwnerColumn.value(owner))
        > 0;
  }

  @Override
  public boolean enable(Owner owner, CallbackId id) {
    return written(session -> session.update(ENABLE, id.value(), OwnerColumn.value(owner))) > 0;
  }

  @Override
  public List<WebhookSecret> listSecrets(CallbackId id, Instant at) {
    return readers
        .read(session -> session.find(SECRETS, row -> readSecrets(row, id, at), id.value()))
        .orElse(List.of());
  }

  private List<WebhookSecret> readSecrets(ResultSet row, CallbackId id, Instant at)
      throws SQLException {
    var secrets = new ArrayList<WebhookSecret>();
    secrets.add(unseal(id, row.getBytes("secret")));
    var old = row.getBytes("old_secret");
    if (old != null && row.getLong("old_secret_until") > Micros.of(at)) {
      secrets.add(unseal(id, old));
    }
    return List.copyOf(secrets);
  }

  private byte[] seal(CallbackId id, WebhookSecret secret) {
    return key.seal(secret.key(), belongsTo(id));
  }

  private WebhookSecret unseal(CallbackId id, byte[] sealed) {
    return WebhookSecret.of(key.unseal(sealed, belongsTo(id)));
  }

  private static String belongsTo(CallbackId id) {
    return "callback " + id;
  }
}
