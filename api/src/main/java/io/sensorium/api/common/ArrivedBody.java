package io.sensorium.api.common;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
   * costs more than the answer. Whoever sends slowly, or sends much, must not hold one of those few
   * threads.
   */

  private static final int MAX_BYTES = 16_384;

  /** Takes up what is there of a body that says it is small; leaves every other untouched. */
  static ArrivedBody read(Request request) {
    long length = request.getLength();
    if (isWithout(request)) {
      return new ArrivedBody(true, InputStream.nullInputStream());
    }
    if (length <= 0 || length > MAX_BYTES) {
      return new ArrivedBody(false, Content.Source.asInputStream(request));
    }
    var bytes = new byte[(int) length];
    int count = 0;
    while (count < length) {
      var chunk = request.read();
      if (chunk == null) {
        return unfinished(bytes, count, request);
      }
      if (Content.Chunk.isFailure(chunk)) {
        request.fail(chunk.getFailure()); // the stream tells it to whoever reads on
        return unfinished(bytes, count, request);
      }
      int size = chunk.remaining();
      chunk.getByteBuffer().get(bytes, count, size);
      chunk.release();
      count += size;
    }
    return new ArrivedBody(true, new ByteArrayInputStream(bytes));
  }

  /** Whether the request ends with its head. */
  private static boolean isWithout(Request request) {
    long length = request.getLength();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return length == 0
        || (reads && length < 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
  }

  private static ArrivedBody unfinished(byte[] bytes, int count, Request request) {
    var arrived = new ByteArrayInputStream(bytes, 0, count);
    var rest = Content.Source.asInputStream(request);
    return new ArrivedBody(false, new SequenceInputStream(arrived, rest));
  }
}
