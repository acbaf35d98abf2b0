package io.sensorium.server.cli;

import io.sensorium.server.SensoriumServer;
import io.sensorium.server.logging.Logging;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sensorium serve}: the server, until it is told to stop. */
@Command(
    name = "serve",
    description = "Runs the server. Prints one line 'ready http://... https://...' when it serves.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--port", paramLabel = "N", description = "The plain port (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--tls-port",
      paramLabel = "N",
      description = "The TLS port (default: 8443); -1 turns TLS off.")
  private @Nullable Integer tlsPort;

  @Override
  public Integer call() throws InterruptedException {
    var config = data.config(flags());
    Logging.setUp(config.log());
    var server = SensoriumServer.start(config, data.directory());
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      server.close();
                      stopped.countDown();
                    }));
    System.out.println("ready " + String.join(" ", server.urls()));
    System.out.flush();
    stopped.await();
    return SensoriumCommand.OK;
  }

  private Map<String, String> flags() {
    var flags = new HashMap<String, String>();
    if (port != null) {
      flags.put("http.port", port.toString());
    }
    if (tlsPort != null) {
      flags.put("tls.port", tlsPort.toString());
    }
    return flags;
  }
}
