package energy.setpoint.ocpp.v21.wire;

/** Whether a report will come. */
public enum GenericDeviceModelStatus {
  Accepted,
  Rejected,
  NotSupported,
  EmptyResultSet
}
