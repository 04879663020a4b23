package energy.setpoint.simulation.station.v2x.device;

import static energy.setpoint.simulation.station.v2x.device.Variable.of;

import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.v2x.CertificateAnswers;
import energy.setpoint.simulation.station.v2x.Stations;
import energy.setpoint.simulation.station.v2x.device.Variable.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a station knows of itself, made from what it really is, so that it cannot lie.
 *
 * @param more what a version adds
 */
record DeviceModel(Function<StationControls, List<Variable>> more) {

  List<Variable> variables(StationControls station) {
    return Stream.of(
            controllers(station), charging(station), hardware(station), more.apply(station))
        .flatMap(List::stream)
        .map(v -> v.withValue(new Setting(v.path(), v.value()).in(station)))
        .toList();
  }

  static void set(Variable variable, String value, StationControls station) {
    new Setting(variable.path(), variable.value()).set(value, station);
  }

  private static List<Variable> controllers(StationControls station) {
    return List.of(
        of("OCPPCommCtrlr", "HeartbeatInterval", Type.INTEGER, 300).settable(),
        of("OCPPCommCtrlr", "OfflineThreshold", Type.INTEGER, 60).settable(),
        of("OCPPCommCtrlr", "NetworkConfigurationPriority", Type.SEQUENCE_LIST, "1").settable(),
        of("DeviceDataCtrlr", "ItemsPerMessage", Type.INTEGER, 10).instance("GetReport"),
        of("DeviceDataCtrlr", "ItemsPerMessage", Type.INTEGER, 20).instance("GetVariables"),
        of("DeviceDataCtrlr", "ItemsPerMessage", Type.INTEGER, 20).instance("SetVariables"),
        of("DeviceDataCtrlr", "BytesPerMessage", Type.INTEGER, 65_535).instance("GetReport"),
        of("DeviceDataCtrlr", "BytesPerMessage", Type.INTEGER, 65_535).instance("GetVariables"),
        of("DeviceDataCtrlr", "BytesPerMessage", Type.INTEGER, 65_535).instance("SetVariables"),
        of("AlignedDataCtrlr", "Enabled", Type.BOOLEAN, true),
        of(
                "AlignedDataCtrlr",
                "Interval",
                Type.INTEGER,
                station.operations().meterPeriod().toSeconds())
            .settable(),
        of("AlignedDataCtrlr", "Measurands", Type.MEMBER_LIST, MEASURANDS),
        of("SampledDataCtrlr", "Enabled", Type.BOOLEAN, true),
        of("SampledDataCtrlr", "TxUpdatedInterval", Type.INTEGER, 0).settable(),
        of("SampledDataCtrlr", "TxStartedMeasurands", Type.MEMBER_LIST, MEASURANDS),
        of("SampledDataCtrlr", "TxUpdatedMeasurands", Type.MEMBER_LIST, MEASURANDS),
        of("SampledDataCtrlr", "TxEndedMeasurands", Type.MEMBER_LIST, MEASURANDS),
        of("TxCtrlr", "TxStartPoint", Type.MEMBER_LIST, "Authorized"),
        of("TxCtrlr", "TxStopPoint", Type.MEMBER_LIST, "EVConnected"),
        of("TxCtrlr", "EVConnectionTimeOut", Type.INTEGER, 60).settable(),
        of("AuthCtrlr", "AuthorizeRemoteStart", Type.BOOLEAN, true),
        of("AuthCtrlr", "LocalAuthorizeOffline", Type.BOOLEAN, true).settable(),
        of("ReservationCtrlr", "Enabled", Type.BOOLEAN, true),
        of("ReservationCtrlr", "Available", Type.BOOLEAN, true),
        of("ReservationCtrlr", "NonEvseSpecific", Type.BOOLEAN, true),
        of("ISO15118Ctrlr", "Enabled", Type.BOOLEAN, true),
        of("ISO15118Ctrlr", "MaxScheduleEntries", Type.INTEGER, 12),
        of("ClockCtrlr", "DateTime", Type.DATE_TIME, station.now()),
        of("ClockCtrlr", "TimeSource", Type.SEQUENCE_LIST, "Heartbeat"),
        of("SecurityCtrlr", "Identity", Type.STRING, station.name()),
        of("SecurityCtrlr", "OrganizationName", Type.STRING, "Setpoint").settable(),
        of("SecurityCtrlr", "SecurityProfile", Type.INTEGER, 0),
        of(
            "SecurityCtrlr",
            "CertificateEntries",
            Type.INTEGER,
            station.memory().drawer(CertificateAnswers.DRAWER).size()));
  }

  private static final String MEASURANDS =
      "Energy.Active.Import.Register,Power.Active.Import,Current.Import,SoC";

  private static List<Variable> charging(StationControls station) {
    ProfileRules rules = station.profiles().rules();
    String units =
        rules.units().stream().map(RateUnit::name).sorted().collect(Collectors.joining(","));
    List<Variable> all = new ArrayList<>();
    all.add(of("SmartChargingCtrlr", "Enabled", Type.BOOLEAN, true));
    all.add(of("SmartChargingCtrlr", "Available", Type.BOOLEAN, true));
    all.add(of("SmartChargingCtrlr", "ProfileStackLevel", Type.INTEGER, rules.maxStackLevel()));
    all.add(of("SmartChargingCtrlr", "PeriodsPerSchedule", Type.INTEGER, rules.maxPeriods()));
    all.add(of("SmartChargingCtrlr", "RateUnit", Type.MEMBER_LIST, units));
    all.add(
        of("SmartChargingCtrlr", "Entries", Type.INTEGER, station.profiles().all().size())
            .instance("ChargingProfiles")
            .upTo(rules.maxProfiles(), "profiles"));
    all.add(of("SmartChargingCtrlr", "LimitChangeSignificance", Type.DECIMAL, 1).settable());
    all.add(
        of(
            "SmartChargingCtrlr",
            "ACPhaseSwitchingSupported",
            Type.BOOLEAN,
            rules.has(Feature.PHASE_SWITCHING)));
    all.add(
        of("SmartChargingCtrlr", "Phases3to1", Type.BOOLEAN, rules.has(Feature.PHASE_SWITCHING)));
    all.add(of("SmartChargingCtrlr", "ExternalControlSignalsEnabled", Type.BOOLEAN, true));
    all.add(
        of("SmartChargingCtrlr", "NotifyChargingLimitWithSchedules", Type.BOOLEAN, true)
            .settable());
    return all;
  }

  private static List<Variable> hardware(StationControls station) {
    List<Variable> all = new ArrayList<>();
    all.add(of("ChargingStation", "Available", Type.BOOLEAN, true));
    all.add(of("ChargingStation", "AvailabilityState", Type.OPTION_LIST, "Available"));
    all.add(of("ChargingStation", "Model", Type.STRING, station.type().card().model()));
    all.add(of("ChargingStation", "VendorName", Type.STRING, station.type().card().vendor()));
    all.add(of("ChargingStation", "SupplyPhases", Type.INTEGER, 3));
    for (EvseSnapshot seen : station.places().evses()) {
      int number = seen.evse().number();
      Evse evse = station.places().rating(number);
      double most = evse.maximumPower(station.places().voltage()).watts();
      boolean ac = evse.supply() == Supply.AC;
      all.add(of("EVSE", "Available", Type.BOOLEAN, true).at(number));
      all.add(
          of("EVSE", "AvailabilityState", Type.OPTION_LIST, Stations.word(seen.state()))
              .at(number));
      all.add(of("EVSE", "Power", Type.DECIMAL, seen.power().watts()).at(number).upTo(most, "W"));
      all.add(of("EVSE", "SupplyPhases", Type.INTEGER, evse.phases()).at(number));
      all.add(of("Connector", "ConnectorType", Type.STRING, ac ? "sType2" : "cCCS2").at(number));
      all.add(of("Connector", "SupplyPhases", Type.INTEGER, evse.phases()).at(number));
      all.add(of("Connector", "Available", Type.BOOLEAN, true).at(number));
      if (evse.bidirectional()) {
        all.add(of("EVSE", "DischargePower", Type.DECIMAL, 0).at(number).upTo(most, "W"));
      }
    }
    return all;
  }
}
