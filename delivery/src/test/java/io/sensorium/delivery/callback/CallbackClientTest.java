package io.sensorium.delivery.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.network.AddressRange;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.delivery.Receiver;
import io.sensorium.delivery.Receiver.Reply;
import io.sensorium.delivery.callback.Answer.Answered;
import io.sensorium.delivery.network.AddressRules;
import io.sensorium.delivery.network.CheckedLookup;
import io.sensorium.delivery.network.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackClientTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (var closeable : open) {
      closeable.close();
    }
  }

  /** What a raw server does with a connection after it has read a request. */
  private interface Behaviour {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  @Test
  void aPostArrivesAsItWasSent() {
    var receiver = receiver(Reply.of(204));

    var answer =
        lenient(LONG)
            .post(receiver.url("/hook?a=b"), Map.of("webhook-id", "msg_1"), "{\"a\":\"é\"}");

    assertThat(answer).isEqualTo(new Answered(204, null));
    var received = receiver.next();
    assertThat(received.path()).isEqualTo("/hook?a=b");
    assertThat(received.body()).isEqualTo("{\"a\":\"é\"}");
    assertThat(received.header("content-type")).isEqualTo("application/json");
    assertThat(received.header("webhook-id")).isEqualTo("msg_1");
    assertThat(received.header("user-agent")).isEqualTo("Sensorium/test");
    assertThat(received.headers()).doesNotContainKeys("Accept-encoding", "Cookie");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    var hidden = receiver(Reply.of(200));
    var redirecting =
        receiver(new Reply(status, Map.of("Location", hidden.url("/internal").text())));

    var answer = lenient(LONG).post(redirecting.url("/"), Map.of(), "{}");

    assertThat(answer).isEqualTo(new Answered(status, null));
    assertThat(hidden.waitingCount()).isZero();
  }

  @Test
  void aLoginIsNotAnsweredAndACookieNotKept() {
    var headers = Map.of("WWW-Authenticate", "Basic realm=\"x\"", "Set-Cookie", "a=b");
    var receiver = receiver(new Reply(401, headers));
    var client = lenient(LONG);

    client.post(receiver.url("/"), Map.of(), "{}");
    client.post(receiver.url("/"), Map.of(), "{}");

    receiver.next();
    assertThat(receiver.next().headers()).doesNotContainKeys("Authorization", "Cookie");
  }

  @Test
  void retryAfterIsPassedOn() {
    var receiver = receiver(new Reply(429, Map.of("Retry-After", "120")));

    assertThat(lenient(LONG).post(receiver.url("/"), Map.of(), "{}"))
        .isEqualTo(new Answered(429, "120"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://localhost.:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://0.0.0.0:%d/",
        "http://[::]:%d/",
        "http://2130706433:%d/",
        "http://0x7f000001:%d/",
        "http://017700000001:%d/",
        "https://127.0.0.1:%d/"
      })
  void nothingIsSentToThisMachine(String url) {
    var receiver = receiver(Reply.of(200));
    var strict = client(CheckedLookup.Names.OF_SYSTEM, List.of(), LONG);

    var answer = strict.post(new CallbackUrl(url.formatted(receiver.port())), Map.of(), "{}");

    assertThat(answer).isInstanceOf(Answer.None.class);
    assertThat(receiver.waitingCount()).isZero();
  }

  @Test
  void nothingIsSentToANameThatLeadsToThisMachine() {
    var receiver = receiver(Reply.of(200));
    var strict = client(_ -> List.of(LOOPBACK), List.of(), LONG);

    var answer = strict.post(named(receiver), Map.of(), "{}");

    assertThat(answer)
        .isEqualTo(new Answer.None("refused: the address of receiver.example is loopback"));
    assertThat(receiver.waitingCount()).isZero();
  }

  @Test
  void theNameIsLookedUpOnceForEachPostAndItsVeryAddressConnectedTo() {
    var receiver = receiver(Reply.of(200));
    var asked = new ArrayList<String>();
    CheckedLookup.Names rebinding =
        host -> {
          asked.add(host);
          return List.of(asked.size() == 1 ? LOOPBACK : InetAddress.ofLiteral("10.9.9.9"));
        };
    var client = client(rebinding, List.of("127.0.0.0/8"), LONG);

    var first = client.post(named(receiver), Map.of(), "{}");
    var second = client.post(named(receiver), Map.of(), "{}");

    assertThat(first).isEqualTo(new Answered(200, null));
    assertThat(receiver.next().header("host")).isEqualTo("receiver.example:" + receiver.port());
    assertThat(second).isInstanceOf(Answer.None.class);
    assertThat(asked).containsExactly("receiver.example", "receiver.example");
  }

  @Test
  void aPortWithoutServerIsNoConnection() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, LOOPBACK)) {
      port = closed.getLocalPort();
    }

    assertThat(lenient(LONG).post(url(port), Map.of(), "{}"))
        .isEqualTo(new Answer.None("no connection"));
  }

  @Test
  void whoDoesNotAnswerIsWaitedForAsLongAsTheLimit() {
    var never = new CountDownLatch(1);
    int port = rawServer(_ -> never.await());

    var answer = lenient(SHORT).post(url(port), Map.of(), "{}");

    assertThat(answer).isEqualTo(new Answer.None("no answer within 1 s"));
    never.countDown();
  }

  @Test
  void anAnswerWhoseBodyNeverEndsCountsByItsStatus() {
    var never = new CountDownLatch(1);
    int port =
        rawServer(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
              never.await();
            });

    assertThat(lenient(SHORT).post(url(port), Map.of(), "{}")).isEqualTo(new Answered(200, null));
    never.countDown();
  }

  @Test
  void aLongAnswerIsCutOff() {
    var cut = new CountDownLatch(1);
    int port =
        rawServer(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
              var chunk = new byte[1 << 16];
              try {
                for (int i = 0; i < 10_000; i++) {
                  out.write(chunk);
                }
              } catch (IOException e) {
                cut.countDown(); // the client has closed the connection
              }
            });

    assertThat(lenient(LONG).post(url(port), Map.of(), "{}")).isEqualTo(new Answered(200, null));
    await(cut);
  }

  @Test
  void headersThatNeverEndAreNoAnswer() {
    int port =
        rawServer(
            out -> {
              write(out, "HTTP/1.1 200 OK\r\n");
              for (int i = 0; i < 10_000; i++) {
                write(out, "x-header-" + i + ": " + "x".repeat(100) + "\r\n");
              }
            });

    assertThat(lenient(LONG).post(url(port), Map.of(), "{}")).isInstanceOf(Answer.None.class);
  }

  @Test
  void whatIsNoHttpIsNoAnswer() {
    int port = rawServer(out -> write(out, "220 mail.example ESMTP\r\n"));

    assertThat(lenient(LONG).post(url(port), Map.of(), "{}")).isInstanceOf(Answer.None.class);
  }

  @Test
  void whoHangsUpIsNoAnswer() {
    int port = rawServer(_ -> {});

    assertThat(lenient(LONG).post(url(port), Map.of(), "{}"))
        .isEqualTo(new Answer.None("it closed the connection"));
  }

  @Test
  void aSlowNameServerDoesNotHoldUpOthers() throws InterruptedException {
    var receiver = receiver(Reply.of(200));
    var stuck = new CountDownLatch(1);
    CheckedLookup.Names names =
        host -> {
          if (host.startsWith("slow")) {
            await(stuck);
          }
          return List.of(LOOPBACK);
        };
    var client = client(names, List.of("127.0.0.0/8"), LONG);
    var waiting = new ArrayList<Thread>();
    for (int i = 0; i < 50; i++) {
      var url = new CallbackUrl("http://slow" + i + ".example:" + receiver.port() + "/");
      waiting.add(Thread.ofVirtual().start(() -> client.post(url, Map.of(), "{}")));
    }

    assertThat(client.post(named(receiver), Map.of(), "{}")).isEqualTo(new Answered(200, null));

    stuck.countDown();
    for (var thread : waiting) {
      thread.join();
    }
  }

  private CallbackClient lenient(Duration timeout) {
    return client(CheckedLookup.Names.OF_SYSTEM, List.of("127.0.0.0/8"), timeout);
  }

  private CallbackClient client(CheckedLookup.Names names, List<String> allowed, Duration timeout) {
    var rules = new AddressRules(allowed.stream().map(AddressRange::parse).toList());
    var client =
        new CallbackClient(
            new CheckedLookup(names, rules), Trust.ofSystem(), "Sensorium/test", timeout);
    open.add(client);
    return client;
  }

  private Receiver receiver(Reply reply) {
    var receiver = new Receiver(_ -> reply);
    open.add(receiver);
    return receiver;
  }

  private static CallbackUrl named(Receiver receiver) {
    return new CallbackUrl("http://receiver.example:" + receiver.port() + "/");
  }

  private static CallbackUrl url(int port) {
    return new CallbackUrl("http://127.0.0.1:" + port + "/");
  }

  /** A server that reads until the end of a request's headers, and then does as it likes. */
  private int rawServer(Behaviour behaviour) {
    try {
      var server = new ServerSocket(0, 1, LOOPBACK);
      open.add(server);
      Thread.ofVirtual().start(() -> serve(server, behaviour));
      return server.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void serve(ServerSocket server, Behaviour behaviour) {
    try (Socket connection = server.accept()) {
      var in = connection.getInputStream();
      int matched = 0;
      while (matched < 4 && !connection.isClosed()) {
        int next = in.read();
        matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
      }
      in.readNBytes("{}".length());
      behaviour.answer(connection.getOutputStream());
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt(); // the test is over
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("it did not happen within 60 s");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
