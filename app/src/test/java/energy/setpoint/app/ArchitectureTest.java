package energy.setpoint.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows between modules and packages; docs: architecture, table "Modules". */
class ArchitectureTest {

  private static final JavaClasses SETPOINT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("energy.setpoint");

  /** Which of our modules each module may import; {@code app} may import all of them. */
  static final List<Arguments> ARROWS =
      List.of(
          arguments("core", List.of()),
          arguments("testkit", List.of("core")),
          arguments("optimizer", List.of("core")),
          arguments("ocpp", List.of("core")),
          arguments("der", List.of("core")),
          arguments("simulation", List.of("core", "optimizer", "ocpp")),
          arguments("app", List.of("core", "optimizer", "ocpp", "der", "simulation")));

  /** Which modules may import a library; a library that is not listed is free. */
  static final List<Arguments> LIBRARIES =
      List.of(
          arguments("org.springframework..", List.of("app")),
          arguments("com.google.ortools..", List.of("optimizer")),
          arguments("tools.jackson..", List.of("ocpp", "der", "simulation", "app")),
          arguments("com.fasterxml.jackson..", List.of("ocpp", "der", "simulation", "app")),
          arguments("io.netty..", List.of("ocpp", "simulation", "app")),
          arguments("com.ghgande.j2mod..", List.of("der", "simulation")),
          arguments("org.eclipse.paho..", List.of("der", "simulation")),
          arguments("io.moquette..", List.of("simulation")),
          arguments("org.bouncycastle..", List.of("app")),
          arguments("org.junit..", List.of("testkit")),
          arguments("org.assertj..", List.of("testkit")));

  @ParameterizedTest
  @ValueSource(strings = {"core", "testkit", "optimizer", "ocpp", "der", "simulation", "app"})
  void looksAtEveryModule(String module) {
    assertThat(SETPOINT.that(resideInAPackage(packagesOf(module)))).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("ARROWS")
  void importsOnlyTheModulesItMayKnow(String module, List<String> known) {
    var allowed =
        Stream.concat(known.stream(), Stream.of(module)).map(ArchitectureTest::packagesOf);

    classes()
        .that()
        .resideInAPackage(packagesOf(module))
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("energy.setpoint..")
                .negate()
                .or(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(SETPOINT);
  }

  @Test
  void coreKnowsTheJdkAndJSpecifyAndNothingElse() {
    classes()
        .that()
        .resideInAPackage("energy.setpoint.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("energy.setpoint.core..", "java..", "org.jspecify..")
        .check(SETPOINT);
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void keepsALibraryInTheModulesThatNeedIt(String library, List<String> users) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            users.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(SETPOINT);
  }

  @Test
  void oneOcppVersionDoesNotKnowAnother() {
    slices()
        .assignedFrom(new OcppVersion())
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(SETPOINT);
  }

  @Test
  void simulatedStationsUseOnlyFramesAndWireRecordsOfTheOcppAdapter() {
    noClasses()
        .that()
        .resideInAPackage("energy.setpoint.simulation..")
        .should()
        .dependOnClassesThat(insideOcppBut("energy.setpoint.ocpp.rpc..", "..ocpp.v*.wire.."))
        .check(SETPOINT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("energy.setpoint.(**)").should().beFreeOfCycles().check(SETPOINT);
  }

  private static String packagesOf(String module) {
    return "energy.setpoint." + module + "..";
  }

  private static DescribedPredicate<JavaClass> insideOcppBut(String... open) {
    return resideInAPackage("energy.setpoint.ocpp..")
        .and(resideInAnyPackage(open).negate())
        .as("are in energy.setpoint.ocpp, but not in %s", String.join(" or ", open));
  }

  /** One slice per package {@code v16}, {@code v201}, {@code v21} and those to come. */
  private static final class OcppVersion implements SliceAssignment {
    private static final Pattern VERSION =
        Pattern.compile("energy\\.setpoint\\.ocpp\\.(v\\d+)\\b.*");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      var version = VERSION.matcher(javaClass.getPackageName());
      return version.matches() ? SliceIdentifier.of(version.group(1)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the versions of OCPP";
    }
  }
}
