package io.sensorium.api.common;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * Connections of HTTP/1.1 whose requests are read, and if they are quick answered, on the thread
 * that waits for connections. {@link JettyHandler} hands over whatever may last.
 */
final class Http1Connections extends HttpConnectionFactory {

  Http1Connections(HttpConfiguration configuration) {
    super(configuration);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    var connection = new InPlace(getHttpConfiguration(), connector, endPoint);
    connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
    return configure(connection, connector, endPoint);
  }

  private static final class InPlace extends HttpConnection {

    InPlace(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
      super(configuration, connector, endPoint);
    }

    @Override
    public void fillInterested(Callback callback) {
      super.fillInterested(new Unblocking(callback));
    }
  }

  /** Tells Jetty that no other thread is needed for what is readable. */
  private record Unblocking(Callback reader) implements Callback {

    @Override
    public void succeeded() {
      reader.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      reader.failed(failure);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
