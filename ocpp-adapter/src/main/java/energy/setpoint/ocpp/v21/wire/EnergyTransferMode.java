package energy.setpoint.ocpp.v21.wire;

/** How energy gets into or out of a vehicle. */
public enum EnergyTransferMode {
  AC_single_phase,
  AC_two_phase,
  AC_three_phase,
  DC,
  AC_BPT,
  AC_BPT_DER,
  AC_DER,
  DC_BPT,
  DC_ACDP,
  DC_ACDP_BPT,
  WPT
}
