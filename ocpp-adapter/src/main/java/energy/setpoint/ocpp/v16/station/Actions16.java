package energy.setpoint.ocpp.v16.station;

import energy.setpoint.ocpp.dialect.KnownActions;

/** The actions of OCPP 1.6 with its security extension. */
public final class Actions16 {

  public static final KnownActions ALL =
      KnownActions.of(
          "OCPP 1.6",
          """
          Authorize BootNotification DataTransfer DiagnosticsStatusNotification
          FirmwareStatusNotification Heartbeat LogStatusNotification MeterValues
          SecurityEventNotification SignCertificate SignedFirmwareStatusNotification
          StartTransaction StatusNotification StopTransaction
          """,
          """
          CancelReservation CertificateSigned ChangeAvailability ChangeConfiguration ClearCache
          ClearChargingProfile DataTransfer DeleteCertificate ExtendedTriggerMessage
          GetCompositeSchedule GetConfiguration GetDiagnostics GetInstalledCertificateIds
          GetLocalListVersion GetLog InstallCertificate RemoteStartTransaction
          RemoteStopTransaction ReserveNow Reset SendLocalList SetChargingProfile
          SignedUpdateFirmware TriggerMessage UnlockConnector UpdateFirmware
          """);

  private Actions16() {}
}
