package io.sensorium.api.common;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections of clients that hold them without use: those on which no request comes
 * together, however busily its head drips in, and those that take an answer too slowly.
 *
 * <p>Jetty's idle timeout ends those alone that are silent.
 */
final class ConnectionWatch implements Connection.Listener {
  /*
   * It looks at all connections several times within the patience, and compares what Jetty counts
   * anyway. A request costs nothing for it.
   */

  private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
  private static final int LOOKS_PER_TIMEOUT = 6;

  /** How a connection was at the looks before; used by the looking thread alone. */
  private static final class Sight {
    private long bytesOut = -1;
    private long unusedSinceNanos = System.nanoTime();
    private long blockedSinceNanos;
    private long bytesAtBlock;
    private boolean blocked;
  }

  private final Scheduler scheduler;
  private final long headNanos;
  private final long lookMillis;
  private final HttpConfig.Limits limits;
  private final Map<Connection, Sight> connections = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  ConnectionWatch(Scheduler scheduler, HttpConfig.Limits limits) {
    this.scheduler = scheduler;
    this.headNanos = limits.idleTimeout().toNanos();
    this.lookMillis =
        Math.max(
            10,
            Math.min(limits.idleTimeout().toMillis(), limits.slowTimeout().toMillis())
                / LOOKS_PER_TIMEOUT);
    this.limits = limits;
  }

  /** Looks, and goes on looking until it is stopped. */
  void start() {
    var _ = scheduler.schedule(this::look, lookMillis, TimeUnit.MILLISECONDS);
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void onOpened(Connection connection) {
    if (!(connection instanceof SslConnection)) { // what is inside it is watched
      connections.put(connection, new Sight());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
  }

  private void look() {
    if (stopped) {
      return;
    }
    try {
      long nowNanos = System.nanoTime();
      connections.forEach((connection, sight) -> look(connection, sight, nowNanos));
    } finally {
      start();
    }
  }

  private void look(Connection connection, Sight sight, long nowNanos) {
    long bytesOut = connection.getBytesOut();
    if (bytesOut != sight.bytesOut || isAnswering(connection)) {
      sight.unusedSinceNanos = nowNanos;
    }
    sight.bytesOut = bytesOut;
    if (nowNanos - sight.unusedSinceNanos > headNanos) {
      end(connection, "no request came together");
    } else if (isTooSlow(connection, sight, nowNanos)) {
      end(connection, "an answer was taken too slowly");
    }
  }

  /** The time counts while the connection takes nothing more; the bytes are those sent in it. */
  private boolean isTooSlow(Connection connection, Sight sight, long nowNanos) {
    boolean blocked = isBlocked(connection.getEndPoint());
    if (blocked && !sight.blocked) {
      sight.blockedSinceNanos = nowNanos;
      sight.bytesAtBlock = sight.bytesOut;
    }
    sight.blocked = blocked;
    long bytes = sight.bytesOut - sight.bytesAtBlock;
    return blocked && BodyStream.isTooSlow(bytes, nowNanos - sight.blockedSinceNanos, limits);
  }

  private static boolean isAnswering(Connection connection) {
    return switch (connection) {
      case HttpConnection http1 -> http1.getHttpChannel().getRequest() != null;
      case HTTP2Connection http2 -> http2.getSession().getStreamCount() > 0;
      default -> false; // it is still being agreed what is spoken
    };
  }

  private static boolean isBlocked(EndPoint endPoint) {
    return switch (endPoint) {
      case EndPoint.Wrapper tls -> isBlocked(tls.unwrap());
      case AbstractEndPoint plain -> plain.getWriteFlusher().isPending();
      default -> false;
    };
  }

  private static void end(Connection connection, String reason) {
    log.debug("a connection of {} is closed: {}", connection.getEndPoint(), reason);
    connection.getEndPoint().close(new TimeoutException(reason));
  }
}
