package energy.setpoint.app.config;

import static energy.setpoint.app.config.ProjectFiles.project;
import static energy.setpoint.app.config.ProjectFiles.shared;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.tariff.TariffFile;
import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.app.input.SessionFile;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.Vehicle;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleFilesTest {

  @Test
  void describesTheDemoDepot() {
    SiteFile depot = demo();

    assertThat(depot.site().stations()).hasSize(7);
    assertThat(depot.site().evses()).hasSize(13);
    assertThat(depot.site().grid().importLimit().kilowatts()).isEqualTo(100);
    assertThat(depot.site().circuits().root().id()).isEqualTo(new CircuitId("main"));
    assertThat(depot.site().circuits().root().fuse())
        .isEqualTo(PhaseCurrents.ofAmps(160, 160, 160));
    assertThat(depot.site().circuits().pathToRoot(new CircuitId("south"))).hasSize(2);
    assertThat(depot.site().stations().stream().map(Station::fallback))
        .containsOnly(Current.ofAmps(6));
    assertThat(depot.connections())
        .containsOnlyKeys(
            new DeviceId("battery"), new DeviceId("roof"), new DeviceId("grid-meter"));
  }

  @Test
  void tellsTheDcStationOfTheDemoApart() {
    SiteFile depot = demo();

    Evse evse = depot.site().findEvse(EvseRef.of("depot-21-dc", 1)).orElseThrow();
    assertThat(evse.supply()).isEqualTo(Supply.DC);
    assertThat(evse.minimum()).isEqualTo(Current.ZERO);
    assertThat(evse.bidirectional()).isTrue();
    assertThat(depot.traits().get(new StationId("depot-21-dc")))
        .isEqualTo(StationTraits.PLAIN_DC.with(OperationMode.CENTRAL_SETPOINT));
    assertThat(depot.traits().get(new StationId("depot-16-a")))
        .isEqualTo(StationTraits.PLAIN_AC.withEvses(2));
  }

  @Test
  void knowsAVanForEachPlaceOfWhichOneFeedsBack() {
    List<Vehicle> vans = demo().vehicles();

    assertThat(vans)
        .extracting(van -> van.idToken().value())
        .hasSize(13)
        .contains("VAN-0", "VAN-12");
    assertThat(vans).filteredOn(van -> van.maxDischarge().watts() > 0).hasSize(1);
    assertThat(vans).filteredOn(van -> van.phases() == 1).hasSize(3);
    assertThat(vans.getFirst().departure()).isEqualTo(LocalTime.of(6, 0));
  }

  @Test
  void pricesTheDemoDayWithFeesAndADemandCharge() {
    Tariff tariff = demo().tariff().orElseThrow();

    assertThat(tariff.importPrice().at(Instant.parse("2026-06-03T15:30:00Z")))
        .isEqualTo(new EnergyPrice(0.352 + 0.095));
    assertThat(tariff.importPrice().at(Instant.parse("2026-06-03T11:30:00Z")))
        .isEqualTo(new EnergyPrice(0.041 + 0.095));
    assertThat(tariff.demandCharge()).contains(new DemandCharge(0.40, 15));
  }

  @Test
  void givesTheLoopATypicalDay() {
    SiteFile depot = demo();

    Instant noon = Instant.parse("2026-06-03T10:30:00Z");
    assertThat(depot.typicalLoad().typical(noon).kilowatts()).isEqualTo(15);
    assertThat(depot.typicalProduction().typical(noon).kilowatts()).isEqualTo(-0.64 * 60);
  }

  @Test
  void describesATransformerAndHowFarPhasesMayDiffer() {
    SiteFile park = SiteFile.read(project("config/samples/transformer-site.yaml"));

    Circuit main = park.site().circuits().root();
    assertThat(main.rating()).contains(Power.ofKilowatts(63));
    assertThat(main.maxImbalance()).contains(Current.ofAmps(32));
    assertThat(main.carries(park.site().voltage()).l1().amps()).isEqualTo(91.304);
  }

  @Test
  void describesTheFiftyFourEvsesOfTheCaltechGarage() {
    SiteFile garage = SiteFile.read(project("config/replay/caltech.yaml"));

    assertThat(garage.site().stations()).hasSize(54);
    assertThat(garage.site().evses().map(evse -> evse.wiring().getFirst()))
        .filteredOn(phase -> phase == Phase.L1)
        .hasSize(26);
    assertThat(garage.tariff()).isEmpty();
  }

  @Test
  void hasAStationForEverySessionOfTheCaltechRecordings() {
    SiteFile garage = SiteFile.read(project("config/replay/caltech.yaml"));

    SessionFile march =
        SessionFile.read(shared("sessions/caltech-2019-03-sessions.csv"), garage.site().zone());
    Tariff tariff =
        TariffFile.read(shared("tariffs/sce_tou_ev_4_march_2019.json"), garage.site().zone());

    assertThat(march.sessions().stream().map(RecordedSession::evse).map(StationId::new))
        .allMatch(id -> garage.site().findStation(id).isPresent());
    assertThat(garage.model(tariff, List.of()).tariff().demandCharge())
        .contains(new DemandCharge(15.51, 15));
  }

  private static SiteFile demo() {
    return SiteFile.read(project("config/demo/site.yaml"), project("config/devices"));
  }
}
