package io.sensorium.delivery.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.delivery.network.CheckedLookup;
import io.sensorium.delivery.network.RefusedHostException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Posts to receivers whom nobody vouches for. It connects only to addresses that were checked,
 * follows no redirect, keeps no cookie, unpacks nothing, and reads and waits within limits.
 *
 * <p>Safe for use by many threads.
 */
public final class CallbackClient implements AutoCloseable {
  /*
   * Each request has a connection of its own: a pooled one may be closed by its receiver at the
   * moment of use, which would show as a failure that is none. Names are looked up on threads of
   * their own: a name server that does not answer blocks a thread of the operating system's calls,
   * which must be none of the few that serve all connections.
   */

  public static final Duration TIMEOUT = Duration.ofSeconds(15);
  public static final int MAX_ANSWER_BYTES = 64 << 10;

  private static final int MAX_HEADER_BYTES = 8 << 10;
  private static final int THREADS = 8;

  private final CheckedLookup lookup;
  private final Duration timeout;
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("callback-lookup-", 0).daemon().factory());
  private final HttpClient http;

  public CallbackClient(
      CheckedLookup lookup, SSLContext trust, String userAgent, Duration timeout) {
    this.lookup = lookup;
    this.timeout = timeout;
    http = newHttp(trust, userAgent);
    try {
      http.start();
      http.getContentDecoderFactories().clear(); // set at its start; nothing is unpacked
    } catch (Exception e) { // what it declares; there is nothing it needs that could be missing
      throw new IllegalStateException("the HTTP client does not start", e);
    }
  }

  /** Posts JSON, and waits for the answer or the end of the time. */
  public Answer post(CallbackUrl url, Map<String, String> headers, String body) {
    var answer = new CompletableFuture<Answer>();
    var read = new AtomicInteger();
    var head = new AtomicReference<Answer.@Nullable Answered>();
    var request = http.newRequest(url.uri()).method(HttpMethod.POST);
    headers.forEach((name, value) -> request.headers(fields -> fields.put(name, value)));
    request
        .headers(fields -> fields.put(HttpHeader.CONNECTION, "close"))
        .body(new BytesRequestContent("application/json", body.getBytes(UTF_8)))
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onResponseHeaders(response -> head.set(answered(response)))
        .onResponseContent((response, chunk) -> count(response, chunk, read))
        .send(result -> answer.complete(answer(head.get(), result.getFailure())));
    return answer.join();
  }

  @Override
  public void close() {
    try {
      http.stop();
    } catch (Exception e) { // what it declares; the process ends anyway
      throw new IllegalStateException("the HTTP client does not stop", e);
    } finally {
      lookups.shutdownNow();
    }
  }

  private HttpClient newHttp(SSLContext trust, String userAgent) {
    var tls = new SslContextFactory.Client();
    tls.setSslContext(trust);
    var threads = new QueuedThreadPool(THREADS);
    threads.setName("callback-http");
    threads.setDaemon(true);
    var connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setSslContextFactory(tls);
    var client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    client.setExecutor(threads);
    client.setSocketAddressResolver(this::resolve);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, userAgent));
    client.setMaxResponseHeadersSize(MAX_HEADER_BYTES);
    client.setConnectTimeout(timeout.toMillis());
    client.setIdleTimeout(timeout.toMillis());
    client.setDestinationIdleTimeout(timeout.toMillis());
    return client;
  }

  private void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> addresses) {
    lookups.execute(
        () -> {
          try {
            addresses.succeeded(resolve(host, port));
          } catch (IOException | RuntimeException e) { // whoever waits for the answer gets it
            addresses.failed(e);
          }
        });
  }

  /** The addresses bear the name: TLS asks for it, and checks the certificate against it. */
  private List<InetSocketAddress> resolve(String host, int port) throws IOException {
    var named = new ArrayList<InetSocketAddress>();
    for (var address : lookup.lookUp(host)) {
      named.add(new InetSocketAddress(InetAddress.getByAddress(host, address.getAddress()), port));
    }
    return named;
  }

  private static void count(Response response, ByteBuffer chunk, AtomicInteger read) {
    if (read.addAndGet(chunk.remaining()) > MAX_ANSWER_BYTES) {
      var _ = response.abort(new IOException("the answer is too long"));
    }
  }

  private static Answer.Answered answered(Response response) {
    return new Answer.Answered(
        response.getStatus(), response.getHeaders().get(HttpHeader.RETRY_AFTER));
  }

  /** An answer counts by its status, however long its body is and however slowly it comes. */
  private Answer answer(Answer.@Nullable Answered head, @Nullable Throwable failure) {
    if (head != null) {
      return head;
    }
    return new Answer.None(failure == null ? "no answer" : reason(failure));
  }

  private String reason(Throwable failure) {
    return switch (failure) {
      case RefusedHostException e -> "refused: " + e.getMessage();
      case UnknownHostException _ -> "its host is unknown";
      case ConnectException _ -> "no connection";
      case SocketTimeoutException _ -> "no connection within " + timeout.toSeconds() + " s";
      case TimeoutException _ -> "no answer within " + timeout.toSeconds() + " s";
      case SSLException e -> "TLS failed: " + e.getMessage();
      case EOFException _ -> "it closed the connection";
      case ClosedChannelException _ -> "it closed the connection";
      default -> "no answer that can be read: " + failure.getClass().getSimpleName();
    };
  }
}
