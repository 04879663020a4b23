package energy.setpoint.app.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HomeAssistantTest {

  private static final String SITE =
      """
      id: yard+1
      name: The yard
      zone: Europe/Amsterdam
      grid: { importLimitKw: 40 }
      circuits:
        main: { fuseA: 63 }
      stations: [{ id: gate.a, circuit: main }]
      batteries:
        - { id: shed, circuit: main, capacityKwh: 10, maxChargeKw: 5 }
      meters:
        - { id: grid, circuit: main }
      homeAssistant: { broker: "mqtt://10.0.0.2:1883", discoveryPrefix: ha }
      """;

  private static final String POWER = "ha/sensor/setpoint_yard_2b1_evse_gate_2ea_1_power/config";

  @TempDir private Path folder;
  private SiteFile file;

  @BeforeEach
  void readSite() throws IOException {
    file = SiteFile.read(Files.writeString(folder.resolve("site.yaml"), SITE), folder);
  }

  @Test
  void tellsHomeAssistantWhereEachValueStands() {
    Map<String, String> topics = homeAssistant(Optional.empty()).topics();

    JsonNode power = JsonMapper.shared().readTree(topics.get(POWER));
    assertThat(power.path("state_topic").stringValue())
        .isEqualTo("setpoint/yard_1/evse/gate.a/1/power");
    assertThat(power.path("availability_topic").stringValue()).isEqualTo("setpoint/yard_1/status");
    assertThat(power.path("unit_of_measurement").stringValue()).isEqualTo("W");
    assertThat(power.path("device_class").stringValue()).isEqualTo("power");
    assertThat(power.path("device").path("via_device").stringValue())
        .isEqualTo("setpoint_yard_2b1");
  }

  @Test
  void showsTheGridEveryEvseAndEveryDevice() {
    Map<String, String> topics = homeAssistant(Optional.empty()).topics();

    assertThat(topics.keySet())
        .allMatch(it -> it.startsWith("ha/sensor/setpoint_yard_2b1_") && it.endsWith("/config"))
        .hasSize(2 + 4 + 2 + 1);
    assertThat(topics.values())
        .extracting(it -> JsonMapper.shared().readTree(it).path("unique_id").stringValue())
        .doesNotHaveDuplicates();
  }

  @Test
  void saysHowTheSiteDoesAndWhatIsUnknown() {
    Map<String, String> topics = homeAssistant(Optional.of(snapshot())).topics();

    assertThat(topics)
        .containsEntry("setpoint/yard_1/grid/power", "-1500")
        .containsEntry("setpoint/yard_1/grid/import-limit", "40000")
        .containsEntry("setpoint/yard_1/evse/gate.a/1/status", "occupied")
        .containsEntry("setpoint/yard_1/evse/gate.a/1/power", "None")
        .containsEntry("setpoint/yard_1/evse/gate.a/1/limit", "13.5")
        .containsEntry("setpoint/yard_1/evse/gate.a/1/session-energy", "None")
        .containsEntry("setpoint/yard_1/device/shed/power", "2000")
        .containsEntry("setpoint/yard_1/device/shed/soc", "55")
        .containsEntry("setpoint/yard_1/device/grid/power", "None");
  }

  @Test
  void everyValueThatIsAnnouncedIsShown() {
    Map<String, String> topics = homeAssistant(Optional.of(snapshot())).topics();

    List<String> announced =
        topics.entrySet().stream()
            .filter(it -> it.getKey().startsWith("ha/"))
            .map(it -> JsonMapper.shared().readTree(it.getValue()))
            .map(it -> it.path("state_topic").stringValue())
            .toList();
    assertThat(topics.keySet()).containsAll(announced);
  }

  private HomeAssistant homeAssistant(Optional<SiteSnapshot> snapshot) {
    Site site = file.site();
    return new HomeAssistant(file.homeAssistant().orElseThrow(), site, () -> snapshot);
  }

  private static SiteSnapshot snapshot() {
    return new SiteSnapshot(
        new SiteId("yard+1"),
        Instant.EPOCH,
        Optional.of(Power.ofWatts(-1_500.4)),
        Optional.empty(),
        Power.ofKilowatts(40),
        EnergyPrice.ofKilowattHour(0.3),
        Optional.empty(),
        List.of(),
        List.of(
            new EvseView(
                EvseRef.of("gate.a", 1),
                EvseStatus.OCCUPIED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Current.ofAmps(16),
                Optional.of(Current.ofAmps(13.5)),
                Current.ofAmps(16),
                3,
                "follows the plan")),
        List.of(),
        List.of(
            device("shed", false, Optional.of(StateOfCharge.ofPercent(55))),
            device("grid", true, Optional.empty())),
        List.of(),
        List.of());
  }

  private static DeviceView device(String id, boolean stale, Optional<StateOfCharge> soc) {
    return new DeviceView(
        new DeviceId(id),
        "battery",
        stale,
        Optional.of(Instant.EPOCH),
        Optional.of(Power.ofKilowatts(2)),
        soc,
        Optional.empty());
  }
}
