package io.sensorium.intake.gpx;

import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.files.TrackFileReader;
import io.sensorium.intake.files.TrackSink;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads GPX 1.0 and 1.1: track points, route points and way points; see docs/protocols/gpx.md.
 *
 * <p>A document type is refused, so that no entity can reach for files or grow.
 */
public final class GpxReader implements TrackFileReader {

  @Override
  public void read(InputStream in, TrackSink sink) {
    var watched = new WatchedInput(in);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(watched);
      new GpxPoints(xml, watched, sink).read();
    } catch (XMLStreamException failure) {
      throw explained(failure);
    }
  }

  /** Names are read with their prefix, so that the parser keeps no table of namespaces. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private static RuntimeException explained(XMLStreamException failure) {
    if (failure.getNestedException() instanceof IOException cause
        && !(cause instanceof CharConversionException)) {
      return new UncheckedIOException(cause);
    }
    Location at = failure.getLocation();
    String problem = problemOf(failure);
    return at == null
        ? new MalformedInputException(problem)
        : new MalformedInputException(problem, at.getLineNumber(), at.getColumnNumber());
  }

  /** The parser's message without its own line and column. */
  private static String problemOf(XMLStreamException failure) {
    String message = String.valueOf(failure.getMessage());
    int last = message.lastIndexOf("Message: ");
    return "not readable as XML: " + (last < 0 ? message : message.substring(last + 9));
  }
}
