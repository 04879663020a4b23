package energy.setpoint.ocpp.v201.station;

import energy.setpoint.ocpp.dialect.KnownActions;

/** The actions of OCPP 2.0.1. */
public final class Actions201 {

  public static final KnownActions ALL =
      KnownActions.of(
          "OCPP 2.0.1",
          """
          Authorize BootNotification ClearedChargingLimit DataTransfer FirmwareStatusNotification
          Get15118EVCertificate GetCertificateStatus Heartbeat LogStatusNotification MeterValues
          NotifyChargingLimit NotifyCustomerInformation NotifyDisplayMessages
          NotifyEVChargingNeeds NotifyEVChargingSchedule NotifyEvent NotifyMonitoringReport
          NotifyReport PublishFirmwareStatusNotification ReportChargingProfiles
          ReservationStatusUpdate SecurityEventNotification SignCertificate StatusNotification
          TransactionEvent
          """,
          """
          CancelReservation CertificateSigned ChangeAvailability ClearCache ClearChargingProfile
          ClearDisplayMessage ClearVariableMonitoring CostUpdated CustomerInformation DataTransfer
          DeleteCertificate GetBaseReport GetChargingProfiles GetCompositeSchedule
          GetDisplayMessages GetInstalledCertificateIds GetLocalListVersion GetLog
          GetMonitoringReport GetReport GetTransactionStatus GetVariables InstallCertificate
          PublishFirmware RequestStartTransaction RequestStopTransaction ReserveNow Reset
          SendLocalList SetChargingProfile SetDisplayMessage SetMonitoringBase SetMonitoringLevel
          SetNetworkProfile SetVariableMonitoring SetVariables TriggerMessage UnlockConnector
          UnpublishFirmware UpdateFirmware
          """);

  private Actions201() {}
}
