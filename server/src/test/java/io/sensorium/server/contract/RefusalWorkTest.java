package io.sensorium.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sensorium.api.auth.Authentication;
import io.sensorium.api.auth.CallerLimits;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.HttpConfig;
import io.sensorium.api.common.HttpMetrics;
import io.sensorium.api.common.HttpServer;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.mobility.MobilityRoutes;
import io.sensorium.api.mobility.MobilityStores;
import io.sensorium.api.mobility.Operation;
import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.place.Gazetteer;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.driving.Drives;
import io.sensorium.store.driving.DrivingSummaries;
import io.sensorium.store.erasure.Erasures;
import io.sensorium.store.habit.Habits;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.sql.Store;
import io.sensorium.store.timeline.Timelines;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked up to refuse a caller does not depend on whether the user exists. */
@NullMarked
class RefusalWorkTest {

  private static final int MANY = 1_000_000;

  /** What was asked of the stores, in order. */
  private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());

  @TempDir private static Path directory;
  private static FuzzedSite site;
  private static Store store;
  private static HttpServer server;

  @BeforeAll
  static void reopen() throws Exception {
    site = FuzzedSite.start(directory);
    site.close();
    store = Store.openSqlite(directory);
    server =
        HttpServer.start(
            HttpConfig.onLoopback(0),
            MobilityRoutes.of(
                guard(),
                stores(),
                new BorderZones(directory.resolve("cache")),
                Gazetteer.NONE,
                Clock.systemUTC()),
            new HttpMetrics(new PrometheusRegistry()));
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
  }

  private static Guard guard() {
    var identities = counted(Identities.class, store.identities());
    var limiter = new RateLimiter(MANY, MANY, 1_000, Clock.systemUTC());
    return new Guard(
        new Authentication(identities, Clock.systemUTC()),
        identities,
        counted(Erasures.class, store.erasures()),
        new CallerLimits(limiter, limiter),
        limiter);
  }

  private static MobilityStores stores() {
    return new MobilityStores(
        counted(Identities.class, store.identities()),
        counted(Timelines.class, store.timelines()),
        counted(Inbox.class, store.inbox()),
        counted(Archive.class, store.archive()),
        counted(Drives.class, store.drives()),
        counted(DrivingSummaries.class, store.drivingSummaries()),
        counted(Habits.class, store.habits()));
  }

  /** The port itself, which writes down what it is asked. */
  private static <T> T counted(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              ASKED.add(port.getSimpleName() + "." + method.getName());
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void whoIsForeignIsLookedUpAsWhoIsUnknown() {
    var different = new LinkedHashMap<String, List<List<String>>>();
    try (var connection = new RawConnection(SocketFactory.getDefault(), server.port())) {
      for (var operation : Operation.values()) {
        if (operation.path().contains("{user_id}") && operation.method().equals("GET")) {
          site.callers()
              .tokens()
              .forEach(
                  (kind, token) -> {
                    var header = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
                    var foreign = target(operation, site.stranger());
                    var unknown = site.aboutNobody(foreign);
                    asked(connection, unknown, header); // from here on the caller is known
                    var ofUnknown = asked(connection, unknown, header);
                    var ofForeign = asked(connection, foreign, header);
                    if (!FuzzedSite.OPERATOR.equals(kind) && !ofUnknown.equals(ofForeign)) {
                      different.put(kind + " " + foreign, List.of(ofUnknown, ofForeign));
                    }
                  });
        }
      }
    }

    assertThat(different).isEmpty();
  }

  @Test
  void whoReachesOnlyThemselvesIsRefusedBeforeAnythingIsRead() {
    try (var connection = new RawConnection(SocketFactory.getDefault(), server.port())) {
      for (var kind : List.of(MobilityCallers.SELF, "upload token", "basic", "key, user.link")) {
        var header = "Authorization: Bearer " + site.callers().tokens().get(kind) + "\r\n";
        var foreign = target(Operation.LIST_EVENTS, site.neighbour());
        asked(connection, foreign, header);

        assertThat(asked(connection, foreign, header))
            .as(kind)
            .containsOnly("Identities.changeCount");
      }
    }
  }

  private static String target(Operation operation, PlantedPerson person) {
    var path = operation.path();
    for (var entry :
        Map.of("{user_id}", "user", "{event_id}", "event", "{start}", "start").entrySet()) {
      path = path.replace(entry.getKey(), person.idOf(entry.getValue()));
    }
    return path;
  }

  private static List<String> asked(RawConnection connection, String target, String header) {
    ASKED.clear();
    assertThat(connection.send("GET", target, header, new byte[0]).status()).isNotEqualTo(500);
    return List.copyOf(ASKED);
  }
}
