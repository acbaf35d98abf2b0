package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.Countries;
import io.sensorium.atlas.limits.LegalDefaults;
import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.limits.RoadSetting;
import io.sensorium.atlas.limits.UsualLimits;
import io.sensorium.atlas.limits.UsualLimits.Guess;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the ways of one region: as signs say, else what is likely by law and signs around.
 */
final class RegionLimits implements LimitResolver {

  private static final double SIGN_CERTAINTY = 1;

  /** Of a law that the map names; judged, for where it does so there is no sign to compare with. */
  private static final double NAMED_LAW_CERTAINTY = 0.9;

  private record Question(int tagSet, boolean urban, String country, boolean withSigns) {}

  private final WayLimits ways;
  private final LegalDefaults defaults;
  private final Countries countries;
  private final Map<Question, LegalDefaults.Limit> laws = new HashMap<>();
  private final UsualLimits usual = new UsualLimits();
  private boolean isLearning = true;

  RegionLimits(WayLimits ways, LegalDefaults defaults, Countries countries) {
    this.ways = ways;
    this.defaults = defaults;
    this.countries = countries;
  }

  @Override
  public int signCode(int tagSet) {
    var signed = ways.get(tagSet).signed();
    return signed.forwardCode() == signed.backwardCode() ? signed.forwardCode() : LimitCode.UNKNOWN;
  }

  @Override
  public void show(WayPlace way) {
    int code = signCode(way.tagSet());
    if (code != LimitCode.UNKNOWN) {
      usual.learn(setting(way), code);
    }
  }

  @Override
  public WayLimit resolve(WayPlace way) {
    if (isLearning) {
      usual.finish();
      isLearning = false;
    }
    var signed = ways.get(way.tagSet()).signed();
    var forward = signedOrNull(signed.forwardCode());
    var backward = signedOrNull(signed.backwardCode());
    if (forward == null || backward == null) {
      var guess = guess(way);
      forward = forward == null ? guess : forward;
      backward = backward == null ? guess : backward;
    }
    return new WayLimit(
        forward.code() | (backward.code() << 16),
        packed(forward) | (packed(backward) << 8),
        ways.textNumber(signed.conditional()));
  }

  private static @Nullable Guess signedOrNull(int code) {
    return code == LimitCode.UNKNOWN ? null : new Guess(code, LimitSource.SIGNED, SIGN_CERTAINTY);
  }

  /** In the lowest 8 bits what it stands on, in the third 8 how certain it is. */
  private static int packed(Guess guess) {
    if (guess.code() == LimitCode.UNKNOWN) {
      return LimitSource.UNKNOWN.ordinal();
    }
    int certainty = (int) Math.round(guess.certaintyRatio() * WayLimit.CERTAINTY_STEPS);
    return guess.source().ordinal() | (certainty << 16);
  }

  private Guess guess(WayPlace way) {
    var set = ways.get(way.tagSet());
    if (set.namesLaw()) {
      var law = law(way, true);
      if (law.code() != LimitCode.UNKNOWN) {
        return new Guess(law.code(), law.source(), NAMED_LAW_CERTAINTY);
      }
    }
    return usual.guess(setting(way));
  }

  private RoadSetting setting(WayPlace way) {
    var set = ways.get(way.tagSet());
    return new RoadSetting(
        country(way),
        set.road().ordinal(),
        law(way, false),
        set.traits().build(),
        way.density(),
        set.traits().street(),
        way.spots(),
        way.ahead());
  }

  private String country(WayPlace way) {
    var middle = way.middle();
    return countries.find(middle.latitudeE7(), middle.longitudeE7()).orElse("");
  }

  /** The law of a way, by its tags with or without those that tell of signs. */
  private LegalDefaults.Limit law(WayPlace way, boolean withSigns) {
    var country = country(way);
    if (country.isEmpty()) {
      return LegalDefaults.Limit.UNKNOWN;
    }
    return laws.computeIfAbsent(
        new Question(way.tagSet(), BuiltUp.isUrban(way.density()), country, withSigns),
        question -> {
          var set = ways.get(question.tagSet);
          return defaults.find(
              question.country, withSigns ? set.tags() : set.unsigned(), question.urban);
        });
  }
}
