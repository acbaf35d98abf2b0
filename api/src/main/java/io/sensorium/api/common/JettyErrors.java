package io.sensorium.api.common;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the errors that Jetty finds itself, such as a malformed request, our form. */
final class JettyErrors extends ErrorHandler {

  private static final Logger log = LoggerFactory.getLogger(JettyErrors.class);

  private final JettyHandler handler;

  JettyErrors(JettyHandler handler) {
    this.handler = handler;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var error = error(response.getStatus());
    if (error.status() == 500) {
      note(error, cause(request));
    }
    handler.refuse(error, request, response, callback);
    return true;
  }

  private static void note(ApiError error, @Nullable Throwable cause) {
    if (cause instanceof IOException) { // the client is gone, and sees no answer
      log.debug("a connection broke off, ref {}", error.ref(), cause);
    } else {
      log.error("Jetty failed, ref {}", error.ref(), cause);
    }
  }

  private static @Nullable Throwable cause(Request request) {
    return (Throwable) request.getAttribute(ERROR_EXCEPTION);
  }

  private static ApiError error(int status) {
    return switch (status) {
      case 404 -> ApiError.notFound();
      case 408 -> ApiError.requestTimeout();
      case 414 -> refused(414, "URI_TOO_LONG", "the URL is too long");
      case 417 -> refused(417, "EXPECTATION_FAILED", "only 100-continue can be expected");
      case 431 -> headersTooLarge();
      case 503 -> ApiError.unavailable("the server stops", Duration.ofSeconds(5));
      case 505 -> refused(505, "HTTP_VERSION_NOT_SUPPORTED", "only HTTP/1.1 and HTTP/2 are spoken");
      default ->
          status < 500
              ? refused(status, "BAD_REQUEST", "the request is not valid HTTP")
              : new ApiError(500, "INTERNAL", "an internal error; see ref");
    };
  }

  static ApiError headersTooLarge() {
    return refused(431, "HEADERS_TOO_LARGE", "the headers are too large, or too many");
  }

  /** Jetty closes the connection after it, and does not say so. */
  private static ApiError refused(int status, String errorCode, String message) {
    return new ApiError(status, errorCode, message).with("Connection", "close");
  }
}
