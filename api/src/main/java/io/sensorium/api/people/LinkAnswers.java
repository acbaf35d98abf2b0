package io.sensorium.api.people;

import io.sensorium.api.common.ApiError;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Linking;
import io.sensorium.core.identity.Linking.Decision;

/**
 * What is answered to who links an install: the person's id, or the published text of a refusal.
 */
final class LinkAnswers {

  private LinkAnswers() {}

  /** The person whom the install belongs to now. */
  static UserId personOf(Decision decision) {
    return switch (decision) {
      case Decision.Keeps(var person) -> person;
      case Decision.Names(var person) -> person;
      case Decision.Joins(var person) -> person;
      case Decision.Refused(var why) -> throw refused(why);
    };
  }

  static ApiError refused(Linking.Refusal why) {
    return switch (why) {
      case INSTALL_NOT_FOUND ->
          ApiError.installNotFound("Install was not found by the install ID provided.");
      case INSTALL_DOES_NOT_BELONG_TO_APP ->
          ApiError.installDoesNotBelongToApp("Install does not belong to this application.");
      case INSTALL_DISABLED -> ApiError.installDisabled("Install is disabled.");
      case INSTALL_DELETED -> ApiError.installDeleted("Install is deleted.");
      case CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON ->
          ApiError.cannotLinkExistingPerson(
              "This install is already in use, linking to another install is not possible.");
      case INSTALL_LINKED_TO_OTHER_USER ->
          ApiError.installLinkedToOtherUser("Install linked to another user.");
    };
  }
}
