package energy.setpoint.ocpp.v201;

import energy.setpoint.ocpp.dialect.KnownActions;

/** The actions of OCPP 2.0.1. */
final class Actions201 {

  static final KnownActions ALL =
      KnownActions.of(
          "OCPP 2.0.1",
          """
          Authorize BootNotification CancelReservation CertificateSigned ChangeAvailability
          ClearCache ClearChargingProfile ClearDisplayMessage ClearVariableMonitoring
          ClearedChargingLimit CostUpdated CustomerInformation DataTransfer DeleteCertificate
          FirmwareStatusNotification Get15118EVCertificate GetBaseReport GetCertificateStatus
          GetChargingProfiles GetCompositeSchedule GetDisplayMessages
          GetInstalledCertificateIds GetLocalListVersion GetLog GetMonitoringReport GetReport
          GetTransactionStatus GetVariables Heartbeat InstallCertificate LogStatusNotification
          MeterValues NotifyChargingLimit NotifyCustomerInformation NotifyDisplayMessages
          NotifyEVChargingNeeds NotifyEVChargingSchedule NotifyEvent NotifyMonitoringReport
          NotifyReport PublishFirmware PublishFirmwareStatusNotification ReportChargingProfiles
          RequestStartTransaction RequestStopTransaction ReservationStatusUpdate ReserveNow
          Reset SecurityEventNotification SendLocalList SetChargingProfile SetDisplayMessage
          SetMonitoringBase SetMonitoringLevel SetNetworkProfile SetVariableMonitoring
          SetVariables SignCertificate StatusNotification TransactionEvent TriggerMessage
          UnlockConnector UnpublishFirmware UpdateFirmware
          """);

  private Actions201() {}
}
