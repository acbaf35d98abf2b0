package io.sensorium.core.habit;

import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.TimelineEvent.Span;

/** A time that means something to a person. Several may be active at once. */
public sealed interface Moment {

  /** The definition of all {@link City} moments. */
  String CITY_NAME = "city_name";

  /** The definition of all {@link Country} moments. */
  String COUNTRY = "country";

  /** From start to end; no end while the moment is active. */
  Span when();

  AnalysisType analysisType();

  /** Names what kind of moment it is. */
  String definitionId();

  /**
   * A part of the day, an activity, a way.
   *
   * @param definitionId such as {@code working_at_work}
   */
  record Generic(Span when, AnalysisType analysisType, String definitionId) implements Moment {
    public Generic {
      if (definitionId.equals(CITY_NAME) || definitionId.equals(COUNTRY)) {
        throw new IllegalArgumentException(definitionId + " needs a name");
      }
    }
  }

  /** The person is in a city. */
  record City(Span when, AnalysisType analysisType, String cityName) implements Moment {
    @Override
    public String definitionId() {
      return CITY_NAME;
    }
  }

  /** The person is in a country. */
  record Country(Span when, AnalysisType analysisType, String countryName) implements Moment {
    @Override
    public String definitionId() {
      return COUNTRY;
    }
  }
}
