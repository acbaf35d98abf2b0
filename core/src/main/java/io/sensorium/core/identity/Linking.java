package io.sensorium.core.identity;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of an install that an application links to an external id.
 *
 * <p>No data ever changes its person: an install that has uploaded stays with the person it
 * uploaded for. So an external id that nobody has yet is given to the install's own person, and
 * only an unused install joins a person who is there already.
 */
public final class Linking {

  /** Why an install is not linked; of several reasons the first in this order is told. */
  public enum Refusal {
    INSTALL_NOT_FOUND,
    INSTALL_DOES_NOT_BELONG_TO_APP,
    INSTALL_DISABLED,
    INSTALL_DELETED,
    CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON,
    INSTALL_LINKED_TO_OTHER_USER
  }

  /** The install that is to be linked, as far as the server knows it. */
  public sealed interface Subject {

    /** An id that was never given out. */
    record Unknown() implements Subject {}

    /** An install whose person was erased. */
    record Erased(ApplicationId application) implements Subject {}

    /** An install, and the person it belongs to now. */
    record Known(Install install, User.Person person) implements Subject {}
  }

  /** What linking does. */
  public sealed interface Decision {

    /** Nothing, for the reason given. */
    record Refused(Refusal why) implements Decision {}

    /** Nothing: the install belongs to the person of that external id already. */
    record Keeps(UserId person) implements Decision {}

    /** The install's own person gets the external id, and keeps its id. */
    record Names(UserId person) implements Decision {}

    /** The install leaves its own person, who has no data, for the one of that external id. */
    record Joins(UserId person) implements Decision {}
  }

  private Linking() {}

  /**
   * What linking {@code subject} to {@code externalId} does.
   *
   * @param application whose key asks
   * @param holder the application's person of that external id; null when there is none
   */
  public static Decision decide(
      ApplicationId application, Subject subject, String externalId, User.@Nullable Person holder) {
    return switch (subject) {
      case Subject.Unknown _ -> new Decision.Refused(Refusal.INSTALL_NOT_FOUND);
      case Subject.Erased(var owner) ->
          new Decision.Refused(
              owner.equals(application)
                  ? Refusal.INSTALL_DELETED
                  : Refusal.INSTALL_DOES_NOT_BELONG_TO_APP);
      case Subject.Known(var install, var person) ->
          decide(application, install, person, externalId, holder);
    };
  }

  private static Decision decide(
      ApplicationId application,
      Install install,
      User.Person person,
      String externalId,
      User.@Nullable Person holder) {
    if (!install.application().equals(application)) {
      return new Decision.Refused(Refusal.INSTALL_DOES_NOT_BELONG_TO_APP);
    }
    if (install.state() == Install.State.DISABLED || !person.canLogin()) {
      return new Decision.Refused(Refusal.INSTALL_DISABLED);
    }
    if (install.state() == Install.State.DELETED) {
      return new Decision.Refused(Refusal.INSTALL_DELETED);
    }
    if (externalId.equals(person.externalId())) {
      return new Decision.Keeps(person.id());
    }
    if (holder != null && install.used()) {
      return new Decision.Refused(Refusal.CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON);
    }
    if (person.externalId() != null) {
      return new Decision.Refused(Refusal.INSTALL_LINKED_TO_OTHER_USER);
    }
    return holder == null ? new Decision.Names(person.id()) : new Decision.Joins(holder.id());
  }
}
