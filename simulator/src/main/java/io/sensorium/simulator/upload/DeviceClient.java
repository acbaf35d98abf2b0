package io.sensorium.simulator.upload;

import io.sensorium.client.Call;
import io.sensorium.client.Device;
import io.sensorium.client.DeviceCalls;
import io.sensorium.client.NewInstall;
import io.sensorium.client.TokenRefresh;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/**
 * One phone that speaks the device API: it enrols once, then uploads. It waits and tries again when
 * the server is busy or away, and draws a new token when the old one has expired. Not safe for use
 * by many threads; many clients may share an {@link HttpClient}.
 */
public final class DeviceClient {

  private static final int UNAUTHORIZED = 401;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI server;
  private final Clock clock;
  private final Pause pause;
  private final int attempts;
  private final SignalsJson json = new SignalsJson();
  private final DeviceAnswers answers = new DeviceAnswers();
  private Enrolment enrolment;

  private DeviceClient(Builder from, Enrolment enrolment) {
    this.http = from.http;
    this.server = from.server;
    this.clock = from.clock;
    this.pause = from.pause;
    this.attempts = from.attempts;
    this.enrolment = enrolment;
  }

  /** A client of the server at {@code server}, such as {@code http://127.0.0.1:8080}. */
  public static Builder of(HttpClient http, URI server) {
    return new Builder(http, server);
  }

  public Enrolment enrolment() {
    return enrolment;
  }

  /**
   * Sends one batch.
   *
   * @throws UploadException when the server refuses it, or is away for too long
   */
  public Receipt upload(Upload upload) {
    var body = gzip(upload);
    var answer = send(signals(body));
    if (answer.statusCode() == UNAUTHORIZED) {
      refreshToken();
      answer = send(signals(body));
    }
    return answers.receipt(Attempts.requireOk(answer));
  }

  /** Draws a new token. */
  public void refreshToken() {
    var calls = new DeviceCalls(call -> Attempts.requireOk(send(request(server, call))));
    var fresh =
        calls.refreshToken(new TokenRefresh(enrolment.installId(), enrolment.refreshSecret()));
    enrolment = enrolment.refreshed(fresh.token(), fresh.refreshSecret());
  }

  private byte[] gzip(Upload upload) {
    var bytes = new ByteArrayOutputStream();
    try (var zipped = new GZIPOutputStream(bytes)) {
      json.write(upload, clock.instant(), zipped);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen: the bytes stay in memory
    }
    return bytes.toByteArray();
  }

  private HttpRequest signals(byte[] body) {
    return HttpRequest.newBuilder(server.resolve("/device/v1/signals"))
        .timeout(REQUEST_TIMEOUT)
        .header("Authorization", "Bearer " + enrolment.token())
        .header("Content-Type", "application/json")
        .header("Content-Encoding", "gzip")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static HttpRequest request(URI server, Call call) {
    var body = call.body() == null ? "" : call.body();
    return HttpRequest.newBuilder(server.resolve(call.target()))
        .timeout(REQUEST_TIMEOUT)
        .header("Content-Type", "application/json")
        .method(call.method(), HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    return new Attempts(http, pause, attempts).send(request);
  }

  /** Prepares a client; {@link #enrol} or {@link #resume} makes it. */
  public static final class Builder {

    private final HttpClient http;
    private final URI server;
    private Clock clock = Clock.systemUTC();
    private Pause pause = Thread::sleep;
    private int attempts = 8;

    private Builder(HttpClient http, URI server) {
      this.http = http;
      this.server = server;
    }

    /** What {@code sent_at} is read from. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    public Builder pause(Pause newPause) {
      pause = newPause;
      return this;
    }

    /** How often a request is sent at most, while the server is busy or away. */
    public Builder attempts(int newAttempts) {
      attempts = newAttempts;
      return this;
    }

    /** Creates a new user's install, by an application's credentials. */
    public DeviceClient enrol(String applicationId, String applicationSecret) {
      var once = new Attempts(http, pause, attempts);
      var calls = new DeviceCalls(call -> Attempts.requireOk(once.send(request(server, call))));
      var phone = new Device("android", "16", "Simulated", "phone");
      var made = calls.createInstall(new NewInstall(applicationId, applicationSecret, phone));
      return resume(
          new Enrolment(made.userId(), made.installId(), made.token(), made.refreshSecret()));
    }

    /** Goes on with an install that exists. */
    public DeviceClient resume(Enrolment enrolment) {
      return new DeviceClient(this, enrolment);
    }
  }
}
