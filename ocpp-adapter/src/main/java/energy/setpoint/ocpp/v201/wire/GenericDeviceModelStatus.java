package energy.setpoint.ocpp.v201.wire;

/** Whether a report will come. */
public enum GenericDeviceModelStatus {
  Accepted,
  Rejected,
  NotSupported,
  EmptyResultSet
}
