package io.sensorium.api.common;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** What the dispatcher and the log need of Jetty's requests. */
final class JettyRequests {

  private JettyRequests() {}

  static Dispatcher.Arrival arrival(
      Request request, Client client, Optional<RouteTree.Match> match, InputStream body) {
    var headers = new JettyHeaders(request.getHeaders());
    var authority = request.getHttpURI().getAuthority();
    return new Dispatcher.Arrival(
        request.getMethod(),
        authority == null ? headers.find("Host").orElse("") : authority,
        path(request),
        query(request),
        headers,
        client.address(),
        client.secure(),
        match,
        body);
  }

  static String path(Request request) {
    var path = request.getHttpURI().getPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  static String query(Request request) {
    var query = request.getHttpURI().getQuery();
    return query == null ? "" : query;
  }

  private static InetAddress peer(Request request) {
    if (request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress peer) {
      return peer.getAddress();
    }
    throw new IllegalStateException("the peer has no address");
  }

  /** Who sent it. */
  static Client client(Request request, HttpConfig config) {
    return Client.of(peer(request), request.isSecure(), request.getHeaders(), config);
  }
}
