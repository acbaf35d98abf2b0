package io.sensorium.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.sensorium.server.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the log: to the error stream, one JSON object a line, or text for people. */
public final class Logging {

  private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{0} - %msg%n";

  private Logging() {}

  public static void setUp(Config.Log config) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(config, context));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("io.sensorium").setLevel(Level.toLevel(config.level(), Level.INFO));
  }

  private static Encoder<ILoggingEvent> encoder(Config.Log config, LoggerContext context) {
    if (config.format().equals("text")) {
      var encoder = new PatternLayoutEncoder();
      encoder.setContext(context);
      encoder.setPattern(TEXT);
      encoder.start();
      return encoder;
    }
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    encoder.setWithMDC(false);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.start();
    return encoder;
  }
}
