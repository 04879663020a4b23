package energy.setpoint.ocpp.v16;

import energy.setpoint.ocpp.dialect.KnownActions;

/** The actions of OCPP 1.6 with its security extension. */
final class Actions16 {

  static final KnownActions ALL =
      KnownActions.of(
          "OCPP 1.6",
          """
          Authorize BootNotification CancelReservation CertificateSigned ChangeAvailability
          ChangeConfiguration ClearCache ClearChargingProfile DataTransfer DeleteCertificate
          DiagnosticsStatusNotification ExtendedTriggerMessage FirmwareStatusNotification
          GetCompositeSchedule GetConfiguration GetDiagnostics GetInstalledCertificateIds
          GetLocalListVersion GetLog Heartbeat InstallCertificate LogStatusNotification
          MeterValues RemoteStartTransaction RemoteStopTransaction ReserveNow Reset
          SecurityEventNotification SendLocalList SetChargingProfile SignCertificate
          SignedFirmwareStatusNotification SignedUpdateFirmware StartTransaction
          StatusNotification StopTransaction TriggerMessage UnlockConnector UpdateFirmware
          """);

  private Actions16() {}
}
