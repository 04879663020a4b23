package energy.setpoint.ocpp.v21.wire.der;

/** Units of values of DER controls. */
public enum DERUnitEnum {
  Not_Applicable,
  PctMaxW,
  PctMaxVar,
  PctWAvail,
  PctVarAvail,
  PctEffectiveV
}
