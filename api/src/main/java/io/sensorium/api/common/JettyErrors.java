package io.sensorium.api.common;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Gives the errors that Jetty finds itself, such as a malformed request, our form. */
final class JettyErrors extends ErrorHandler {

  private final Dispatcher dispatcher;
  private final JettyHandler handler;

  JettyErrors(Dispatcher dispatcher, JettyHandler handler) {
    this.dispatcher = dispatcher;
    this.handler = handler;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getPath();
    var answer =
        dispatcher.render(error(response.getStatus()), path == null ? "/" : path, Duration.ZERO);
    handler.send(answer, request, response, callback);
    return true;
  }

  private static ApiError error(int status) {
    return switch (status) {
      case 404 -> ApiError.notFound();
      case 408 -> ApiError.requestTimeout();
      case 414 -> new ApiError(414, "URI_TOO_LONG", "the URL is too long");
      case 431 -> new ApiError(431, "HEADERS_TOO_LARGE", "the headers are too large");
      case 503 -> ApiError.unavailable("the server stops", Duration.ofSeconds(5));
      default ->
          status < 500
              ? new ApiError(status, "BAD_REQUEST", "the request is not valid HTTP")
                  .with("Connection", "close") // Jetty closes after it, and does not say so
              : new ApiError(status, "INTERNAL", "an internal error; see ref");
    };
  }
}
