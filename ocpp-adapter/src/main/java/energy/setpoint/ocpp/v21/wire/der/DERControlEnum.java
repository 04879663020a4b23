package energy.setpoint.ocpp.v21.wire.der;

/** The kinds of DER controls. */
public enum DERControlEnum {
  EnterService,
  FreqDroop,
  FreqWatt,
  FixedPFAbsorb,
  FixedPFInject,
  FixedVar,
  Gradients,
  HFMustTrip,
  HFMayTrip,
  HVMustTrip,
  HVMomCess,
  HVMayTrip,
  LimitMaxDischarge,
  LFMustTrip,
  LVMustTrip,
  LVMomCess,
  LVMayTrip,
  PowerMonitoringMustTrip,
  VoltVar,
  VoltWatt,
  WattPF,
  WattVar
}
