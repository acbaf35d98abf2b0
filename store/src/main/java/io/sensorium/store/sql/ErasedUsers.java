package io.sensorium.store.sql;

import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Tombstone;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.erasure.ErasedUserException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows who was erased, by hashes. Whatever stores something of a user asks it inside the
 * transaction: a late upload, a step of the engine that was under way, an import.
 */
final class ErasedUsers {
  /*
   * Asked in memory, where a hash is before it is on disk. Transactions run one after the other: once
   * the one that writes the hash is committed, all before it are too, and all after it are refused.
   */

  private final SqlWriter writer;
  private final Set<String> hashes = ConcurrentHashMap.newKeySet();

  ErasedUsers(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    hashes.addAll(
        readers.read(
            session ->
                session.list("SELECT user_sha256 FROM erased_users", row -> row.getString(1))));
  }

  /** From the return of this call on, no transaction stores anything of the user. */
  void add(UserId user) {
    var hash = Tombstone.of(user);
    hashes.add(hash);
    writer.write(
        session ->
            session.update(
                "INSERT INTO erased_users (user_sha256) VALUES (?) ON CONFLICT DO NOTHING", hash));
  }

  /**
   * To be called inside the transaction that stores something of the user.
   *
   * @throws ErasedUserException when the user was erased
   */
  void refuse(UserId user) {
    if (!hashes.isEmpty() && hashes.contains(Tombstone.of(user))) {
      throw new ErasedUserException();
    }
  }
}
