package energy.setpoint.simulation.station.v21;

import static energy.setpoint.simulation.station.v2x.device.Variable.of;

import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.v21.cost.Costs;
import energy.setpoint.simulation.station.v21.cost.TariffFaults;
import energy.setpoint.simulation.station.v21.der.DerTypes;
import energy.setpoint.simulation.station.v2x.device.Setting;
import energy.setpoint.simulation.station.v2x.device.Variable;
import energy.setpoint.simulation.station.v2x.device.Variable.Type;
import energy.setpoint.simulation.station.v2x.profile.PeriodWriter;
import energy.setpoint.simulation.station.v2x.profile.ProfileWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What 2.1 has added to the device model (appendices, section 3). */
final class Variables21 {

  private static final String SMART = "SmartChargingCtrlr";

  private Variables21() {}

  static List<Variable> all(StationControls station) {
    List<Variable> all = new ArrayList<>(charging(station.profiles().rules()));
    all.add(of("TariffCostCtrlr", "Available", Type.BOOLEAN, true).instance("Tariff"));
    all.add(of("TariffCostCtrlr", "Enabled", Type.BOOLEAN, true).instance("Tariff"));
    all.add(of("TariffCostCtrlr", "Available", Type.BOOLEAN, true).instance("Cost"));
    all.add(cost("Enabled", Type.BOOLEAN, Costs.ENABLED).instance("Cost").settable());
    all.add(cost("Enabled", Type.BOOLEAN, Costs.RUNNING).instance("RunningCost").settable());
    all.add(cost("Interval", Type.INTEGER, Costs.INTERVAL).instance("Cost").settable());
    all.add(of("TariffCostCtrlr", "Interval", Type.INTEGER, 0).instance("Tariff"));
    all.add(of("TariffCostCtrlr", "Currency", Type.STRING, "EUR").settable());
    all.add(
        of("TariffCostCtrlr", "MaxElements", Type.INTEGER, TariffFaults.MAX_ELEMENTS)
            .instance("Tariff"));
    all.add(of("TariffCostCtrlr", "ConditionsSupported", Type.BOOLEAN, true).instance("Tariff"));
    station.places().ratings().stream()
        .filter(Evse::bidirectional)
        .forEach(evse -> all.addAll(bidirectional(evse, station)));
    return all;
  }

  private static Variable cost(String name, Type type, Setting setting) {
    return of("TariffCostCtrlr", name, type, setting.otherwise());
  }

  private static List<Variable> charging(ProfileRules rules) {
    String purposes =
        Stream.of(Purpose.PRIORITY, Purpose.LOCAL_GENERATION)
            .filter(rules.purposes()::contains)
            .map(ProfileWriter::word)
            .collect(Collectors.joining(","));
    return List.of(
        of(SMART, "SupportedAdditionalPurposes", Type.MEMBER_LIST, purposes),
        of(SMART, "SupportsDynamicProfiles", Type.BOOLEAN, rules.has(Feature.DYNAMIC)),
        of(SMART, "SupportsMaxOfflineDuration", Type.BOOLEAN, true),
        of(SMART, "SupportsUseLocalTime", Type.BOOLEAN, rules.has(Feature.LOCAL_TIME)),
        of(SMART, "SupportsRandomizedDelay", Type.BOOLEAN, rules.has(Feature.RANDOMIZED_DELAY)),
        of(SMART, "SupportsLimitAtSoC", Type.BOOLEAN, rules.has(Feature.LIMIT_AT_SOC)),
        of(SMART, "SupportsEvseSleep", Type.BOOLEAN, rules.has(Feature.EVSE_SLEEP)),
        of(SMART, "MaxExternalConstraintsId", Type.INTEGER, -1),
        of(SMART, "SetpointPriority", Type.OPTION_LIST, "ExternalControl"),
        of("ClockCtrlr", "TimeZone", Type.STRING, rules.zone()));
  }

  /** R01.FR.01: nameplate information of every inverter. */
  private static List<Variable> bidirectional(Evse evse, StationControls station) {
    int number = evse.ref().number();
    boolean dc = evse.supply() == Supply.DC;
    String modes =
        Stream.of(OperationMode.values())
            .filter(station.profiles().rules().modes()::contains)
            .map(PeriodWriter::word)
            .collect(Collectors.joining(","));
    List<Variable> all = new ArrayList<>();
    all.add(of("V2XChargingCtrlr", "Enabled", Type.BOOLEAN, true).at(number));
    all.add(of("V2XChargingCtrlr", "Available", Type.BOOLEAN, true).at(number));
    all.add(of("V2XChargingCtrlr", "SupportedOperationModes", Type.MEMBER_LIST, modes).at(number));
    String transfers = dc ? "DC,DC_BPT" : "AC_three_phase,AC_BPT";
    all.add(
        of("V2XChargingCtrlr", "SupportedEnergyTransferModes", Type.MEMBER_LIST, transfers)
            .at(number));
    String der = dc ? "DCDERCtrlr" : "ACDERCtrlr";
    String types = DerTypes.ALL.stream().sorted().collect(Collectors.joining(","));
    all.add(of(der, "ModesSupported", Type.MEMBER_LIST, types).at(number));
    if (dc) {
      all.addAll(nameplate(evse, station));
    }
    return all;
  }

  private static List<Variable> nameplate(Evse evse, StationControls station) {
    String der = "DCDERCtrlr";
    int number = evse.ref().number();
    double watts = evse.maximumPower(station.places().voltage()).watts();
    return Stream.of(
            of(der, "Enabled", Type.BOOLEAN, true),
            of(der, "MaxW", Type.DECIMAL, watts),
            of(der, "OverExcitedW", Type.DECIMAL, watts * 0.9),
            of(der, "OverExcitedPF", Type.DECIMAL, 0.9),
            of(der, "UnderExcitedW", Type.DECIMAL, watts * 0.9),
            of(der, "UnderExcitedPF", Type.DECIMAL, 0.9),
            of(der, "MaxVA", Type.DECIMAL, watts),
            of(der, "MaxVar", Type.DECIMAL, watts * 0.44),
            of(der, "MaxVarNeg", Type.DECIMAL, watts * 0.44),
            of(der, "MaxChargeRateW", Type.DECIMAL, watts),
            of(der, "MaxChargeRateVA", Type.DECIMAL, watts),
            of(der, "InverterManufacturer", Type.STRING, station.type().card().vendor()),
            of(der, "InverterModel", Type.STRING, station.type().card().model()),
            of(der, "InverterSwVersion", Type.STRING, station.type().card().firmware()),
            of(der, "InverterHwVersion", Type.STRING, "1"),
            of(der, "ReactiveSusceptance", Type.DECIMAL, 0))
        .map(variable -> variable.at(number))
        .toList();
  }
}
