package energy.setpoint.ocpp.v21;

import energy.setpoint.ocpp.dialect.KnownActions;

/** The actions of OCPP 2.1. */
final class Actions21 {

  static final KnownActions ALL =
      KnownActions.of(
          "OCPP 2.1",
          """
          AFRRSignal AdjustPeriodicEventStream Authorize BatterySwap BootNotification
          CancelReservation CertificateSigned ChangeAvailability ChangeTransactionTariff
          ClearCache ClearChargingProfile ClearDERControl ClearDisplayMessage ClearTariffs
          ClearVariableMonitoring ClearedChargingLimit ClosePeriodicEventStream CostUpdated
          CustomerInformation DataTransfer DeleteCertificate FirmwareStatusNotification
          Get15118EVCertificate GetBaseReport GetCertificateChainStatus GetCertificateStatus
          GetChargingProfiles GetCompositeSchedule GetDERControl GetDisplayMessages
          GetInstalledCertificateIds GetLocalListVersion GetLog GetMonitoringReport
          GetPeriodicEventStream GetReport GetTariffs GetTransactionStatus GetVariables
          Heartbeat InstallCertificate LogStatusNotification MeterValues
          NotifyAllowedEnergyTransfer NotifyChargingLimit NotifyCustomerInformation
          NotifyDERAlarm NotifyDERStartStop NotifyDisplayMessages NotifyEVChargingNeeds
          NotifyEVChargingSchedule NotifyEvent NotifyMonitoringReport NotifyPeriodicEventStream
          NotifyPriorityCharging NotifyReport NotifySettlement NotifyWebPaymentStarted
          OpenPeriodicEventStream PublishFirmware PublishFirmwareStatusNotification
          PullDynamicScheduleUpdate ReportChargingProfiles ReportDERControl RequestBatterySwap
          RequestStartTransaction RequestStopTransaction ReservationStatusUpdate ReserveNow
          Reset SecurityEventNotification SendLocalList SetChargingProfile SetDERControl
          SetDefaultTariff SetDisplayMessage SetMonitoringBase SetMonitoringLevel
          SetNetworkProfile SetVariableMonitoring SetVariables SignCertificate
          StatusNotification TransactionEvent TriggerMessage UnlockConnector UnpublishFirmware
          UpdateDynamicSchedule UpdateFirmware UsePriorityCharging VatNumberValidation
          """);

  private Actions21() {}
}
