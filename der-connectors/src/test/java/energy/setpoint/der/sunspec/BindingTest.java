package energy.setpoint.der.sunspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.template.ContactLoss;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.RegisterControl;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterWrite;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class BindingTest {

  @Test
  void readsProductionAsNegative() throws IOException {
    SunSpecImage device = SunSpecDevices.inverter();

    RegisterPoint power = point(bound(device, DeviceKind.INVERTER), Measured.POWER);

    assertThat(decode(device, power)).hasValue(-4_200);
  }

  @Test
  void missingValuesAreMissingAndNotZero() throws IOException {
    var shapes =
        List.of(
            SunSpecImage.at(40_000).model(103, 50).set("W_SF", 0).end(),
            SunSpecImage.at(40_000).model(103, 50).set("W", 420).end(),
            SunSpecImage.at(40_000).model(103, 50).set("W", 420).set("W_SF", 11).end(),
            SunSpecImage.at(40_000).model(113, 60).end(),
            SunSpecImage.at(40_000).model(701, 153).set("W_SF", 0).end());

    for (SunSpecImage device : shapes) {
      RegisterPoint power = point(bound(device, DeviceKind.INVERTER), Measured.POWER);
      assertThat(decode(device, power)).isEmpty();
    }
  }

  @Test
  void anEnergyCounterAtZeroCountsNothing() {
    SunSpecImage device = SunSpecImage.at(40_000).model(103, 50).set("WH", 0).set("WH_SF", 0);

    Model inverter = model(device, 103, 50);

    assertThat(inverter.value("WH")).isEmpty();
  }

  @Test
  void importsThroughAMeterArePositiveUnlessTheTemplateSaysOtherwise() throws IOException {
    SunSpecImage device = SunSpecDevices.meter();

    Transport.Modbus standard = bound(device, DeviceKind.METER);
    Transport.Modbus turned = bound(device, template(DeviceKind.METER, "sign: generation"));

    assertThat(decode(device, point(standard, Measured.POWER))).hasValue(-2_530);
    assertThat(decode(device, point(standard, Measured.POWER_L2))).hasValue(920);
    assertThat(decode(device, point(standard, Measured.CURRENT_L3))).hasValue(-10);
    assertThat(decode(device, point(turned, Measured.POWER))).hasValue(2_530);
    assertThat(decode(device, point(turned, Measured.CURRENT_L3))).hasValue(10);
  }

  @Test
  void aMeterWithoutPowerOfEachPhaseKeepsTheSignsOfItsCurrents() throws IOException {
    SunSpecImage device = SunSpecDevices.meter().set("WphB", 0x8000);

    Transport.Modbus bound = bound(device, DeviceKind.METER);

    assertThat(bound.measured()).hasSameElementsAs(DeviceKind.METER.required());
  }

  @Test
  void refusesAMeterOfOnePhase() throws IOException {
    Binding binding =
        bind(SunSpecImage.at(0).model(201, 105).end(), template(DeviceKind.METER, ""));

    assertThat(binding)
        .isEqualTo(new Binding.Unfit("has meter model 201, which does not measure three phases"));
  }

  @Test
  void readsABatteryFromOldAndNewModels() throws IOException {
    SunSpecImage old = SunSpecDevices.battery();
    SunSpecImage young = SunSpecDevices.newBattery();

    Transport.Modbus boundOld = bound(old, DeviceKind.BATTERY);
    Transport.Modbus boundYoung = bound(young, DeviceKind.BATTERY);

    assertThat(decode(old, point(boundOld, Measured.POWER))).hasValue(1_500);
    assertThat(decode(old, point(boundOld, Measured.SOC))).hasValue(0.64);
    assertThat(decode(young, point(boundYoung, Measured.POWER))).hasValue(-2_000);
    assertThat(decode(young, point(boundYoung, Measured.SOC))).hasValue(0.55);
  }

  @Test
  void takesTheAlternatingCurrentOfAHybridForNoBattery() throws IOException {
    SunSpecImage solarPort =
        SunSpecImage.at(0)
            .model(701, 153)
            .set("W", 1)
            .set("W_SF", 0)
            .model(713, 7)
            .set("SoC", 50)
            .set("Pct_SF", 0)
            .model(714, 43)
            .raw(20, MeasuredPoints.SOLAR_PORT)
            .end();

    Binding binding = bind(solarPort, template(DeviceKind.BATTERY, ""));

    assertThat(binding)
        .isInstanceOfSatisfying(
            Binding.Unfit.class, it -> assertThat(it.reason()).contains("solar inputs"));
  }

  @Test
  void limitsToAPercentageAndSwitchesItOnWithATimer() throws IOException {
    SunSpecImage device = SunSpecDevices.inverter();

    RegisterControl limit = bound(device, DeviceKind.INVERTER).control().orElseThrow();

    int controls = model(device, 123, 24).address();
    assertThat(limit.highest()).isEqualTo(Power.ofWatts(10_000));
    assertThat(limit.whenContactIsLost()).isEqualTo(ContactLoss.IDLES);
    assertThat(limit.writes(Power.ofWatts(2_500)))
        .extracting(RegisterWrite::address, RegisterWrite::words)
        .containsExactly(row(controls + 5, 2_500), row(controls + 7, 60), row(controls + 9, 1));
    assertThat(limit.release())
        .extracting(RegisterWrite::address, RegisterWrite::words)
        .containsExactly(row(controls + 9, 0));
  }

  @Test
  void aDeviceThatDoesNotGoBackByItselfKeepsItsLimit() throws IOException {
    SunSpecImage device =
        SunSpecImage.at(0)
            .model(103, 50)
            .model(120, 26)
            .set("WRtg", 50)
            .set("WRtg_SF", 2)
            .model(123, 24)
            .set("WMaxLimPct", 100)
            .set("WMaxLimPct_SF", 0)
            .set("WMaxLim_Ena", 0)
            .end();

    RegisterControl limit = bound(device, DeviceKind.INVERTER).control().orElseThrow();

    assertThat(limit.whenContactIsLost()).isEqualTo(ContactLoss.KEEPS_SETPOINT);
    assertThat(limit.writes(Power.ofWatts(1_049)))
        .extracting(RegisterWrite::words)
        .containsExactly(List.of(20), List.of(1));
  }

  @Test
  void givesABatteryNoChoiceBetweenBothRates() throws IOException {
    RegisterControl setpoint =
        bound(SunSpecDevices.battery(), DeviceKind.BATTERY).control().orElseThrow();

    assertThat(setpoint.writes(Power.ofWatts(2_000)).getFirst().words())
        .containsExactly(-4_000 & 0xFFFF, 4_000);
    assertThat(setpoint.writes(Power.ofWatts(-2_000)).getFirst().words())
        .containsExactly(4_000, -4_000 & 0xFFFF);
    assertThat(setpoint.lowest()).isEqualTo(Power.ofWatts(-5_000));
  }

  @Test
  void tellsANewBatteryItsPowerInWattsWithDischargePositive() throws IOException {
    RegisterControl setpoint =
        bound(SunSpecDevices.newBattery(), DeviceKind.BATTERY).control().orElseThrow();

    assertThat(setpoint.writes(Power.ofWatts(-3_000)).getFirst().words()).containsExactly(0, 3_000);
    assertThat(setpoint.highest()).isEqualTo(Power.ofWatts(8_000));
  }

  @Test
  void saysWhyADeviceCannotBeCommanded() throws IOException {
    Binding binding = bind(SunSpecDevices.floatInverter(), template(DeviceKind.INVERTER, ""));

    assertThat(binding)
        .isInstanceOfSatisfying(
            Binding.Bound.class,
            it -> {
              assertThat(it.registers().control()).isEmpty();
              assertThat(it.withoutControl()).hasValue(ProductionLimit.NEEDED);
            });
  }

  private static Tuple row(int address, int word) {
    return tuple(address, List.of(word));
  }

  private static Transport.Modbus bound(SunSpecImage device, DeviceKind kind) throws IOException {
    return bound(device, template(kind, ""));
  }

  private static Transport.Modbus bound(SunSpecImage device, DeviceTemplate template)
      throws IOException {
    return ((Binding.Bound) bind(device, template)).registers();
  }

  private static Binding bind(SunSpecImage device, DeviceTemplate template) throws IOException {
    var found = (Discovery.Found) ModelSearch.in(device, 125);
    return Binding.of(found, template.kind(), (Transport.SunSpec) template.transport());
  }

  private static DeviceTemplate template(DeviceKind kind, String settings) {
    String control = kind == DeviceKind.METER ? "" : "control: { watchdog: 60s }";
    return DeviceTemplates.parse(
        "device.yaml",
        """
        description: A device that says itself what it is
        kind: %s
        transport: sunspec
        period: 1s
        staleAfter: 10s
        sunspec: { unit: 1, %s }
        %s
        """
            .formatted(kind.key(), settings, control));
  }

  private static RegisterPoint point(Transport.Modbus bound, Measured measured) {
    return bound.points().get(measured);
  }

  /** The model of a device that has no other of its kind. */
  private static Model model(SunSpecImage device, int id, int length) {
    int at =
        device.registers().entrySet().stream()
            .filter(it -> it.getValue() == id)
            .filter(it -> Integer.valueOf(length).equals(device.registers().get(it.getKey() + 1)))
            .findFirst()
            .orElseThrow()
            .getKey();
    return new Model(
        id,
        at,
        Stream.iterate(at, it -> it + 1).limit(length + 2L).map(device.registers()::get).toList());
  }

  private static OptionalDouble decode(SunSpecImage device, RegisterPoint point) {
    return device.quantity(point);
  }
}
