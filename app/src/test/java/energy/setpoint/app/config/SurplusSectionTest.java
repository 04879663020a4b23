package energy.setpoint.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.core.control.OverdrawResponse;
import energy.setpoint.core.control.SurplusCharging;
import energy.setpoint.core.control.SurplusCharging.Reliance;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.control.SurplusSettings.First;
import energy.setpoint.core.site.EvseRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurplusSectionTest {

  private static final String HOME =
      """
      id: home
      zone: Europe/Amsterdam
      grid: {importLimitKw: 17}
      circuits: {main: {fuseA: 25}}
      stations:
        - id: carport
          circuit: main
          evses:
            - {maxA: 16, count: 2, surplus: until_urgent, switchesPhases: true}
            - {maxA: 16, phases: [L1], surplus: only}
            - {maxA: 16}
      inverters: [{id: roof, circuit: main, ratedKw: 9}]
      surplus: {first: batteries}
      control: {overdrawResponse: stop}
      """;

  @TempDir Path folder;

  @Test
  void readsWhoChargesOnSurplusAndWhoComesFirst() throws IOException {
    var control = read(HOME).control();

    assertThat(control.overdrawResponse()).isEqualTo(OverdrawResponse.STOP);
    assertThat(control.surplus().first()).isEqualTo(First.BATTERIES);
    assertThat(control.surplus().evses())
        .containsOnlyKeys(
            EvseRef.of("carport", 1), EvseRef.of("carport", 2), EvseRef.of("carport", 3))
        .containsEntry(EvseRef.of("carport", 2), new SurplusCharging(Reliance.UNTIL_URGENT, true))
        .containsEntry(EvseRef.of("carport", 3), new SurplusCharging(Reliance.ONLY, false));
  }

  @Test
  void chargesNobodyOnSurplusUnlessToldTo() throws IOException {
    String planned = HOME.replaceAll(", surplus: [a-z_]+(, switchesPhases: true)?", "");

    var surplus = read(planned.replace("surplus: {first: batteries}\n", "")).control().surplus();

    assertThat(surplus).isEqualTo(SurplusSettings.NONE);
  }

  @Test
  void wantsAnInverterThatLeavesSurplus() {
    String dark = HOME.replaceAll("inverters: .*\n", "");

    assertThatThrownBy(() -> read(dark))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "EVSE carport/1 charges on surplus, but the site has no inverter to leave any.");
  }

  private SiteFile read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), text);
    return SiteFile.read(file, folder);
  }
}
