package io.sensorium.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house as ARCHITECTURE.md draws it. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.sensorium");

  private static final List<String> MODULES =
      List.of(
          "core",
          "series",
          "analysis",
          "atlas",
          "store",
          "intake",
          "api",
          "client",
          "delivery",
          "engine",
          "simulator",
          "server",
          "benchmarks");

  @Test
  void theArrowsBetweenTheModulesAreThoseOfTheDesign() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.sensorium..")
        .layer("core")
        .definedBy("io.sensorium.core..")
        .layer("series")
        .definedBy("io.sensorium.series..")
        .layer("analysis")
        .definedBy("io.sensorium.analysis..")
        .layer("atlas")
        .definedBy("io.sensorium.atlas..")
        .layer("store")
        .definedBy("io.sensorium.store..")
        .layer("intake")
        .definedBy("io.sensorium.intake..")
        .layer("api")
        .definedBy("io.sensorium.api..")
        .layer("client")
        .definedBy("io.sensorium.client..")
        .layer("delivery")
        .definedBy("io.sensorium.delivery..")
        .layer("engine")
        .definedBy("io.sensorium.engine..")
        .layer("simulator")
        .definedBy("io.sensorium.simulator..")
        .layer("server")
        .definedBy("io.sensorium.server..")
        .whereLayer("core")
        .mayNotAccessAnyLayer()
        .whereLayer("series")
        .mayOnlyAccessLayers("core")
        .whereLayer("analysis")
        .mayOnlyAccessLayers("core", "series")
        .whereLayer("atlas")
        .mayOnlyAccessLayers("core", "analysis")
        .whereLayer("store")
        .mayOnlyAccessLayers("core", "series")
        .whereLayer("intake")
        .mayOnlyAccessLayers("core", "store")
        .whereLayer("api")
        .mayOnlyAccessLayers("core", "series", "store", "intake")
        .whereLayer("delivery")
        .mayOnlyAccessLayers("core", "store")
        .whereLayer("engine")
        .mayOnlyAccessLayers("core", "analysis", "store")
        .whereLayer("client")
        .mayNotAccessAnyLayer()
        .whereLayer("simulator")
        .mayOnlyAccessLayers("core", "client", "atlas")
        .whereLayer("server")
        .mayNotBeAccessedByAnyLayer()
        .check(HOUSE);
  }

  @Test
  void theCoreStandsOnJavaAlone() {
    classes()
        .that(resideInAPackage("io.sensorium.core.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "io.sensorium.core.."))
        .check(HOUSE);
  }

  @Test
  void analysisAndSeriesArePure() {
    noClasses()
        .that(resideInAnyPackage("io.sensorium.analysis..", "io.sensorium.series.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.net..",
                "java.sql..",
                "java.util.concurrent..",
                "org.slf4j.."))
        .check(HOUSE);
    noClasses()
        .that(resideInAnyPackage("io.sensorium.analysis..", "io.sensorium.series.."))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .check(HOUSE);
  }

  @Test
  void onlyTheStoreKnowsSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.sensorium.store..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite..", "org.postgresql.."))
        .check(HOUSE);
  }

  @Test
  void onlyApiAndDeliveryKnowTheHttpLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.sensorium.api..")
        .and()
        .doNotHaveFullyQualifiedName("io.sensorium.delivery.callback.CallbackClient")
        .should()
        .dependOnClassesThat(resideInAPackage("org.eclipse.jetty.."))
        .check(HOUSE);
    noClasses()
        .that(
            resideInAnyPackage(
                "io.sensorium.api.mobility..",
                "io.sensorium.api.device..",
                "io.sensorium.api.admin.."))
        .should()
        .dependOnClassesThat(resideInAPackage("org.eclipse.jetty.."))
        .check(HOUSE);
  }

  @Test
  void onlyOneClassKnowsTheMailLibrary() {
    noClasses()
        .that()
        .haveNameNotMatching("io\\.sensorium\\.delivery\\.mail\\.SmtpClient(\\$.*)?")
        .should()
        .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."))
        .check(HOUSE);
  }

  @Test
  void onlyTheServerReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.sensorium.server..", "io.sensorium.benchmarks..")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class, String.class)
        .check(HOUSE);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("io.sensorium.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .check(HOUSE);
  }

  @Test
  void numbersInTheCoreSayTheirUnit() { // what a source measures is in the source's unit
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areRecords()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.sensorium.core..")
        .and()
        .haveRawType(double.class)
        .should()
        .haveNameMatching(
            ".*(Meters|Mps|Mps2|Kmh|Deg|Seconds|Hz|Ratio|Celsius|Percent)|value|.*Value")
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked = new TreeSet<String>();
    HOUSE.stream()
        .map(type -> type.getPackage())
        .filter(pack -> pack.getName().startsWith("io.sensorium."))
        .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
        .forEach(pack -> unmarked.add(pack.getName()));

    assertThat(unmarked).isEmpty();
  }

  @Test
  void noSourceLeavesWorkForLater() throws Exception {
    var left = new TreeSet<String>();
    for (var module : MODULES) {
      try (var files = Files.walk(Path.of("..", module, "src"))) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          var text = Files.readString(file);
          if (text.contains("TO" + "DO")
              || text.contains("@Disabl" + "ed")
              || (file.toString().contains("/test/") && text.contains("Thread.sl" + "eep"))) {
            left.add(file.toString());
          }
        }
      }
    }

    assertThat(left).isEmpty();
  }
}
