package io.sensorium.api.common;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A request's body, as far as it is here without waiting.
 *
 * @param isWhole whether there is no body, or a small one that has arrived to its end, such as a
 *     phone's upload
 * @param stream the body from its beginning; blocks where the rest has not arrived
 */
record ArrivedBody(boolean isWhole, InputStream stream) {
  /*
   * What has arrived is answered on the thread that read it: no hand-over to another, which often
   * costs more than the answer. Nor does a thread wait for the rest of a small body. Whoever sends
   * much must not hold one of those few threads.
   */

  private static final int MAX_BYTES = 16_384;

  /** Hands over a small body when it is here, and every other at once, untouched. */
  static void read(Request request, HttpConfig.Limits limits, Consumer<ArrivedBody> taker) {
    long length = request.getLength();
    if (isWithout(request)) {
      taker.accept(new ArrivedBody(true, InputStream.nullInputStream()));
    } else if (length <= 0 || length > MAX_BYTES) {
      taker.accept(new ArrivedBody(false, Content.Source.asInputStream(request)));
    } else {
      new SmallBody(request, (int) length, limits, taker).read();
    }
  }

  /** Whether the request ends with its head. */
  private static boolean isWithout(Request request) {
    long length = request.getLength();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return length == 0
        || (reads && length < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
  }

  /** A body that says it is small; read by one thread after the other. */
  private static final class SmallBody {

    private final Request request;
    private final Consumer<ArrivedBody> taker;
    private final byte[] bytes;
    private final HttpConfig.Limits limits;
    private final long startNanos = System.nanoTime();
    private int count;

    SmallBody(Request request, int length, HttpConfig.Limits limits, Consumer<ArrivedBody> taker) {
      this.request = request;
      this.limits = limits;
      this.taker = taker;
      bytes = new byte[length];
    }

    void read() {
      while (count < bytes.length) {
        var chunk = request.read();
        if (chunk == null) {
          request.demand(this::readOn);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          request.fail(chunk.getFailure()); // the stream tells it to whoever reads on
          taker.accept(new ArrivedBody(false, broken()));
          return;
        }
        int size = chunk.remaining();
        chunk.getByteBuffer().get(bytes, count, size);
        chunk.release();
        count += size;
      }
      taker.accept(new ArrivedBody(true, new ByteArrayInputStream(bytes)));
    }

    /** A body that is silent is ended by the idle timeout; one that drips comes by here. */
    private void readOn() {
      if (BodyStream.isTooSlow(count, System.nanoTime() - startNanos, limits)) {
        request.fail(new TimeoutException("the body came too slowly"));
        taker.accept(new ArrivedBody(false, broken()));
      } else {
        read();
      }
    }

    private InputStream broken() {
      var arrived = new ByteArrayInputStream(bytes, 0, count);
      return new SequenceInputStream(arrived, Content.Source.asInputStream(request));
    }
  }
}
