package io.sensorium.api.common;

import io.sensorium.api.common.Response.Bytes;
import io.sensorium.api.common.Response.None;
import io.sensorium.api.common.Response.Streamed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands Jetty's requests to the dispatcher and sends what it answers. */
final class JettyHandler extends Handler.Abstract {

  private static final Logger log = LoggerFactory.getLogger(JettyHandler.class);

  private static final long MAX_REST_BYTES = 1 << 20;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_AT_ONCE = 64; // of Jetty's 200 threads
  private static final Executor THREADS = VirtualThreads.getNamedVirtualThreadsExecutor("request-");

  private final Dispatcher dispatcher;
  private final HttpMetrics metrics;
  private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE);
  private final Set<Thread> eventStreams = ConcurrentHashMap.newKeySet();
  private final HttpConfig config;
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean ending;

  JettyHandler(Dispatcher dispatcher, HttpMetrics metrics, HttpConfig config) {
    super(InvocationType.BLOCKING);
    this.dispatcher = dispatcher;
    this.metrics = metrics;
    this.config = config;
  }

  /** Event streams have no end of their own: ends them, so that a stop need not wait. */
  void endEventStreams() {
    ending = true;
    eventStreams.forEach(Thread::interrupt);
  }

  @Override
  public boolean handle(
      Request request, org.eclipse.jetty.server.Response response, Callback callback) {
    if (running.incrementAndGet() > config.limits().maxRequests()) {
      refuse(
          ApiError.unavailable("too many requests at the same time", Duration.ofSeconds(1)),
          request,
          response,
          new Counted(callback));
    } else if (request.getHeaders().size() > MAX_HEADERS) {
      refuse(JettyErrors.headersTooLarge(), request, response, new Counted(callback));
    } else {
      var counted = new Counted(callback);
      ArrivedBody.read(request, config.limits(), body -> take(body, request, response, counted));
    }
    return true;
  }

  /** Answers an error that is found before the dispatcher is asked. */
  void refuse(
      ApiError error,
      Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    var outcome =
        new Outcome(
            dispatcher.render(error, JettyRequests.path(request), Duration.ZERO),
            Outcome.NO_ROUTE,
            new Allowance(),
            error);
    answer(
        outcome,
        System.nanoTime(),
        JettyRequests.client(request, config),
        request,
        response,
        callback);
  }

  /** Counts a request as running until it has been answered. */
  private final class Counted extends Callback.Nested {

    Counted(Callback callback) {
      super(callback);
    }

    @Override
    public void completed() {
      running.decrementAndGet();
    }
  }

  private void take(
      ArrivedBody body,
      Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    boolean whole = body.isWhole();
    var match = dispatcher.find(request.getMethod(), JettyRequests.path(request));
    Runnable service = () -> serve(request, match, body.stream(), response, callback);
    if (whole && isAnsweredHere(match)) {
      service.run();
    } else if (whole && atOnce.tryAcquire()) {
      request.getComponents().getExecutor().execute(() -> runAndRelease(service));
    } else {
      THREADS.execute(service);
    }
  }

  /** Where there is no route, it is an error that is told at leisure. */
  private boolean isAnsweredHere(Optional<RouteTree.Match> match) {
    return switch (match.map(it -> it.route().pace()).orElse(Route.Pace.LONG)) {
      case QUICK -> true;
      case SYNCING -> running.get() <= HttpServer.SELECTORS;
      case LONG -> false;
    };
  }

  private void runAndRelease(Runnable service) {
    try {
      service.run();
    } finally {
      atOnce.release();
    }
  }

  private void serve(
      Request request,
      Optional<RouteTree.Match> match,
      InputStream body,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    long startNanos = System.nanoTime();
    var client = JettyRequests.client(request, config);
    var arrival = JettyRequests.arrival(request, client, match, body);
    var outcome = dispatcher.dispatch(arrival);
    int status = outcome.response().status();
    if (status >= 400 && status != 408) {
      readRest(arrival);
    }
    answer(outcome, startNanos, client, request, response, callback);
  }

  /** Sends the answer, counts it, and writes it down. */
  private void answer(
      Outcome outcome,
      long startNanos,
      Client client,
      Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    int status = outcome.response().status();
    tell(outcome.allowance(), response.getHeaders());
    send(outcome.response(), request, response, callback);
    long nanos = System.nanoTime() - startNanos;
    metrics.record(request.getMethod(), outcome.route(), status, nanos);
    AccessLog.write(
        request.getMethod(),
        JettyRequests.path(request),
        JettyRequests.query(request),
        client.address(),
        status,
        outcome.error(),
        nanos);
  }

  private static void tell(Allowance allowance, HttpFields.Mutable fields) {
    if (allowance.isNoted()) {
      fields.put("RateLimit-Limit", allowance.limit());
      fields.put("RateLimit-Remaining", allowance.remaining());
      fields.put("RateLimit-Reset", allowance.resetSeconds());
    }
  }

  private void send(
      Response answer,
      Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    response.setStatus(answer.status());
    var fields = response.getHeaders();
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    fields.put("X-Content-Type-Options", "nosniff");
    answer.headers().forEach(fields::put);
    boolean bodiless = request.getMethod().equals("HEAD") || answer.status() == 304;
    switch (answer.body()) {
      case None() -> sendBytes(new byte[0], bodiless, fields, response, callback);
      case Bytes content ->
          sendBytes(packed(content, answer, request, fields), bodiless, fields, response, callback);
      case Streamed(var writer) -> {
        if (bodiless) {
          response.write(true, ByteBuffer.allocate(0), callback);
        } else if (Thread.currentThread().isVirtual()) {
          stream(writer, answer, request, response, callback);
        } else { // it may last: none of the few threads that read waits for it
          THREADS.execute(() -> stream(writer, answer, request, response, callback));
        }
      }
    }
  }

  private static void sendBytes(
      byte[] bytes,
      boolean bodiless,
      HttpFields.Mutable fields,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    if (response.getStatus() != 204 && response.getStatus() != 304) {
      fields.put(HttpHeader.CONTENT_LENGTH, bytes.length);
    }
    response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : bytes), callback);
  }

  private static byte[] packed(
      Response.Bytes content, Response answer, Request request, HttpFields.Mutable fields) {
    if (!answer.mayBePacked()) {
      return content.bytes();
    }
    varyByEncoding(fields);
    if (!Packing.isAccepted(new JettyHeaders(request.getHeaders()))) {
      return content.bytes();
    }
    fields.put(HttpHeader.CONTENT_ENCODING, "gzip");
    return Packing.pack(content.bytes());
  }

  private static void varyByEncoding(HttpFields.Mutable fields) {
    if (!fields.contains(HttpHeader.VARY, "Accept-Encoding")) {
      fields.add(HttpHeader.VARY, "Accept-Encoding");
    }
  }

  private void stream(
      Response.Writer writer,
      Response answer,
      Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    boolean events = "text/event-stream".equals(answer.header("Content-Type"));
    if (events) {
      eventStreams.add(Thread.currentThread());
    }
    try (var out = output(answer, request, response)) {
      if (!(events && ending)) {
        writer.write(out);
      }
    } catch (IOException | UncheckedIOException e) {
      log.debug("{} was not sent to its end", AccessLog.hidden(JettyRequests.path(request)), e);
      callback.failed(e);
      return;
    } catch (RuntimeException e) { // the status is sent: all that is left is to break off
      log.error(
          "{} failed while its answer was sent", AccessLog.hidden(JettyRequests.path(request)), e);
      callback.failed(e);
      return;
    } finally {
      eventStreams.remove(Thread.currentThread());
    }
    callback.succeeded();
  }

  private static OutputStream output(
      Response answer, Request request, org.eclipse.jetty.server.Response response)
      throws IOException {
    OutputStream out = Content.Sink.asOutputStream(response);
    if (answer.mayBePacked()) {
      varyByEncoding(response.getHeaders());
      if (Packing.isAccepted(new JettyHeaders(request.getHeaders()))) {
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        out = Packing.packing(out);
      }
    }
    return new BufferedOutputStream(out, 8_192);
  }

  /** Some clients see an answer only when they have sent all they wanted to. */
  private void readRest(Dispatcher.Arrival arrival) {
    long length =
        arrival.headers().find("Content-Length").map(Long::parseLong).orElse(Long.MAX_VALUE);
    if (length > MAX_REST_BYTES || arrival.headers().find("Expect").isPresent()) {
      return;
    }
    try {
      var rest = new BodyStream.SteadyStream(arrival.sentBody(), config.limits(), System::nanoTime);
      var _ = rest.skip(length);
    } catch (IOException | ApiError e) {
      log.debug("a refused body broke off", e);
    }
  }
}
