package io.sensorium.api.common;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error: {@code {message, errorCode, ref}}. The ref is a random UUID by which
 * the case can be found in the log.
 */
public final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String errorCode;
  private final String text;
  private final @Nullable String parameter;
  private final UUID ref = UUID.randomUUID();
  private final transient Map<String, String> headers;

  public ApiError(int status, String errorCode, String message) {
    this(status, errorCode, message, null, Map.of(), null);
  }

  private ApiError(
      int status,
      String errorCode,
      String message,
      @Nullable String parameter,
      Map<String, String> headers,
      @Nullable Throwable cause) {
    super(message, cause, false, false); // an expected answer needs no stack trace
    this.status = status;
    this.errorCode = errorCode;
    this.text = message;
    this.parameter = parameter;
    this.headers = Map.copyOf(headers);
  }

  public static ApiError invalidParameter(String message) {
    return new ApiError(400, "INVALID_PARAMETER", message);
  }

  public static ApiError unauthorized() {
    return unauthorized("Bearer");
  }

  /** With the challenge of another scheme, such as {@code Basic realm="x"}. */
  public static ApiError unauthorized(String challenge) {
    return new ApiError(401, "UNAUTHORIZED", "a valid credential is required")
        .with("WWW-Authenticate", challenge);
  }

  public static ApiError forbidden() {
    return new ApiError(403, "FORBIDDEN", "this credential may not do that");
  }

  public static ApiError forbidden(String message) {
    return new ApiError(403, "FORBIDDEN", message);
  }

  public static ApiError scopeMissing(String scope) {
    return new ApiError(403, "SCOPE_MISSING", "the API key lacks the scope " + scope);
  }

  public static ApiError userDoesNotBelongToApp() {
    return new ApiError(
        403, "USER_DOES_NOT_BELONG_TO_APP", "the user does not belong to the application");
  }

  public static ApiError installDoesNotBelongToApp(String message) {
    return new ApiError(403, "INSTALL_DOES_NOT_BELONG_TO_APP", message);
  }

  public static ApiError installDisabled(String message) {
    return new ApiError(403, "INSTALL_DISABLED", message);
  }

  public static ApiError installDeleted(String message) {
    return new ApiError(403, "INSTALL_DELETED", message);
  }

  public static ApiError installDeactivated() {
    return new ApiError(
        403, "INSTALL_DEACTIVATED", "another install of this person is the active one");
  }

  public static ApiError installLinkedToOtherUser(String message) {
    return new ApiError(403, "INSTALL_LINKED_TO_OTHER_USER", message);
  }

  public static ApiError cannotLinkExistingPerson(String message) {
    return new ApiError(403, "CANNOT_LINK_EXISTING_PERSON_TO_OTHER_PERSON", message);
  }

  public static ApiError userLinkingNotConfigured() {
    return new ApiError(
        403, "USERLINKING_NOT_CONFIGURED", "user linking is off for this application");
  }

  public static ApiError notFound() {
    return new ApiError(404, "NOT_FOUND", "there is nothing at this address");
  }

  public static ApiError eventNotFound() {
    return new ApiError(404, "EVENT_NOT_FOUND", "the event does not exist");
  }

  public static ApiError userNotFound() {
    return new ApiError(404, "USER_NOT_FOUND", "the user does not exist");
  }

  public static ApiError installNotFound(String message) {
    return new ApiError(404, "INSTALL_NOT_FOUND", message);
  }

  public static ApiError locationNotFound() {
    return new ApiError(404, "LOCATION_NOT_FOUND", "the user was not seen anywhere yet");
  }

  public static ApiError trajectoryNotAvailable() {
    return new ApiError(404, "TRAJECTORY_NOT_AVAILABLE", "the event has no trajectory");
  }

  public static ApiError scoresNotAvailable() {
    return new ApiError(404, "SCORES_NOT_AVAILABLE", "the event has no behavior scores");
  }

  public static ApiError annotationsNotAvailable() {
    return new ApiError(404, "ANNOTATIONS_NOT_AVAILABLE", "the event has no annotations");
  }

  /**
   * The address exists, but not for this method.
   *
   * @param allow the methods that the address answers, separated by commas
   */
  public static ApiError methodNotAllowed(String allow) {
    return new ApiError(405, "METHOD_NOT_ALLOWED", "this address answers " + allow)
        .with("Allow", allow);
  }

  public static ApiError requestTimeout() {
    return new ApiError(408, "REQUEST_TIMEOUT", "the body came too slowly");
  }

  public static ApiError conflict(String message) {
    return new ApiError(409, "CONFLICT", message);
  }

  public static ApiError payloadTooLarge(long limitBytes) {
    return new ApiError(
        413, "PAYLOAD_TOO_LARGE", "the body is larger than " + limitBytes + " bytes");
  }

  public static ApiError unsupportedMediaType(String message) {
    return new ApiError(415, "UNSUPPORTED_MEDIA_TYPE", message);
  }

  public static ApiError rateLimited(Duration wait) {
    return new ApiError(429, "RATE_LIMITED", "too many requests").retryAfter(wait);
  }

  public static ApiError internal(Throwable cause) {
    return new ApiError(500, "INTERNAL", "an internal error; see ref", null, Map.of(), cause);
  }

  public static ApiError unavailable(String message, Duration wait) {
    return new ApiError(503, "UNAVAILABLE", message).retryAfter(wait);
  }

  /** The same error with one more header, and a new ref. */
  public ApiError with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiError(status, errorCode, text, parameter, more, getCause());
  }

  /** The same error, which names the parameter that it is about, and a new ref. */
  public ApiError about(String parameterName) {
    return new ApiError(status, errorCode, text, parameterName, headers, getCause());
  }

  private ApiError retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    return with("Retry-After", Long.toString(seconds));
  }

  public int status() {
    return status;
  }

  public String errorCode() {
    return errorCode;
  }

  public String message() {
    return text;
  }

  /** The parameter that it is about; null when it is about none, or that was not told. */
  public @Nullable String parameter() {
    return parameter;
  }

  public UUID ref() {
    return ref;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
