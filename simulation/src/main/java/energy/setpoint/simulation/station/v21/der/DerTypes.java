package energy.setpoint.simulation.station.v21.der;

import java.util.Set;

/**
 * The DER controls that a station takes (DERControlEnumType). HFMayTrip, HVMayTrip and LVMayTrip
 * are missing: they allow an inverter to trip early, and this one never does.
 */
public final class DerTypes {

  public static final Set<String> ALL =
      Set.of(
          "EnterService",
          "FreqDroop",
          "FreqWatt",
          "FixedPFAbsorb",
          "FixedPFInject",
          "FixedVar",
          "Gradients",
          "HFMustTrip",
          "HVMomCess",
          "HVMustTrip",
          "LFMustTrip",
          "LVMomCess",
          "LVMustTrip",
          "LimitMaxDischarge",
          "PowerMonitoringMustTrip",
          "VoltVar",
          "VoltWatt",
          "WattPF",
          "WattVar");

  private DerTypes() {}
}
