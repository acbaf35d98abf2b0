package io.sensorium.atlas.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The countries' own names, read from the package countries-list while the index is made. */
final class CountryNames {
  /*
   * OpenStreetMap's names of countries of two or three languages hold them all, in an order that the
   * country itself gave. The languages come from the package, the names in them from CLDR as the
   * JDK has it. The package writes Papiamento by the code of Punjabi, which is left out. Of more languages OpenStreetMap writes one; here it is the package's own name.
   */

  private static final int MAX_LANGUAGES = 3;
  private static final String PUNJABI = "pa";

  private static final Set<String> KNOWN_LANGUAGES =
      Locale.availableLocales().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());

  private CountryNames() {}

  /** The names by the ISO 3166 codes of the countries. */
  static Map<String, String> read(Path countriesJson) throws IOException {
    var names = new TreeMap<String, String>();
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), countriesJson)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var code = json.currentName();
        names.put(code, readCountry(json, code));
      }
    }
    return names;
  }

  private static String readCountry(JsonParser json, String code) {
    var nativeName = code;
    var languages = new ArrayList<String>();
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = json.currentName();
      json.nextToken();
      switch (key) {
        case "native" -> nativeName = json.getString();
        case "languages" -> {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            languages.add(json.getString());
          }
        }
        default -> json.skipChildren();
      }
    }
    return name(code, nativeName, languages);
  }

  static String name(String code, String nativeName, List<String> languages) {
    if (languages.size() <= 1 || languages.size() > MAX_LANGUAGES) {
      return nativeName;
    }
    var country = Locale.of("", code);
    var names = new LinkedHashSet<String>();
    for (var language : languages) {
      if (KNOWN_LANGUAGES.contains(language) && !language.equals(PUNJABI)) {
        names.add(country.getDisplayCountry(Locale.of(language)));
      }
    }
    return names.isEmpty() ? nativeName : String.join(" / ", names);
  }
}
