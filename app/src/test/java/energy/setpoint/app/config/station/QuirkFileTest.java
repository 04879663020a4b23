package energy.setpoint.app.config.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.Quirks;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuirkFileTest {

  @TempDir Path folder;

  @Test
  void readsTheBundledListInWhichEachEntrySaysWhereItWasSeen() {
    Quirks bundled = QuirkFile.bundled();

    assertThat(bundled.all()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(bundled.all()).allSatisfy(quirk -> assertThat(quirk.because()).contains("#"));
  }

  @Test
  void knowsThatTerraAcTakesStackLevelZeroOnly() {
    var station = station(QuirkFile.bundled());

    station.introduced(new Identity("ABB", "CDT_TACW11::NET_WIFI", "TAC3Z9::V1.8.21"));

    assertThat(station.traits().maxStackLevel()).isZero();
    assertThat(station.traits().can(Ability.STATION_MAXIMUM)).isFalse();
  }

  @Test
  void letsASiteCorrectABundledEntry() throws IOException {
    Quirks own =
        QuirkFile.read(
            write(
                """
                quirks:
                  - vendor: abb
                    firmware: "*V2.*"
                    maxStackLevel: 3
                    rateUnits: [A]
                    with: [STATION_MAXIMUM]
                    without: [ZERO_PAUSES]
                    because: repaired in 2.0
                """));
    var station = station(own.before(QuirkFile.bundled()));

    station.introduced(new Identity("ABB", "CDT_TACW11::NET_WIFI", "TAC3Z9::V2.0.1"));

    assertThat(station.traits().maxStackLevel()).isEqualTo(3);
    assertThat(station.traits().rateUnits()).containsExactly(RateUnit.A);
    assertThat(station.traits().can(Ability.STATION_MAXIMUM)).isTrue();
    assertThat(station.traits().can(Ability.ZERO_PAUSES)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model: x, because: y, maxPeriods: 1               | vendor is missing
          vendor: v, maxPeriods: 1                          | because is missing
          vendor: v, because: y                             | says nothing of what these stations do
          vendor: v, because: y, maxPeriods: 0              | maxPeriods is 0, expected a whole number from 1
          vendor: v, because: y, rateUnits: [V]             | rateUnits[1] is "V", expected one of A, W
          vendor: v, because: y, without: [STATION_MAX]     | without[1] is "STATION_MAX", expected one of
          vendor: v, because: y, with: [PHASE_CHOICE], without: [PHASE_CHOICE] | stands in with, too
          vendor: v, because: y, maxperiods: 1              | maxperiods is not a known key
          """)
  void refusesABadEntryByFileLineAndKey(String entry, String complaint) throws IOException {
    Path file = write("quirks:\n  - {" + entry + "}\n");

    assertThatThrownBy(() -> QuirkFile.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("quirks.yaml:2: quirks[1]")
        .hasMessageContaining(complaint);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("quirks.yaml"), text);
  }

  private static StationKnowledge station(Quirks quirks) {
    return new StationKnowledge(
        new Wiring(false, 1, TraitClaims.NONE), quirks, List.of(), Optional.empty());
  }
}
