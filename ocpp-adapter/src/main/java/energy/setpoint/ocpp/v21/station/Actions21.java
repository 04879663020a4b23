package energy.setpoint.ocpp.v21.station;

import energy.setpoint.ocpp.dialect.KnownActions;

/** The actions of OCPP 2.1. */
public final class Actions21 {

  public static final KnownActions ALL =
      KnownActions.of(
          "OCPP 2.1",
          """
          Authorize BatterySwap BootNotification ClearedChargingLimit ClosePeriodicEventStream
          DataTransfer FirmwareStatusNotification Get15118EVCertificate GetCertificateChainStatus
          GetCertificateStatus Heartbeat LogStatusNotification MeterValues NotifyChargingLimit
          NotifyCustomerInformation NotifyDERAlarm NotifyDERStartStop NotifyDisplayMessages
          NotifyEVChargingNeeds NotifyEVChargingSchedule NotifyEvent NotifyMonitoringReport
          NotifyPeriodicEventStream NotifyPriorityCharging NotifyReport NotifySettlement
          OpenPeriodicEventStream PublishFirmwareStatusNotification PullDynamicScheduleUpdate
          ReportChargingProfiles ReportDERControl ReservationStatusUpdate
          SecurityEventNotification SignCertificate StatusNotification TransactionEvent
          VatNumberValidation
          """,
          """
          AFRRSignal AdjustPeriodicEventStream CancelReservation CertificateSigned
          ChangeAvailability ChangeTransactionTariff ClearCache ClearChargingProfile
          ClearDERControl ClearDisplayMessage ClearTariffs ClearVariableMonitoring CostUpdated
          CustomerInformation DataTransfer DeleteCertificate GetBaseReport GetChargingProfiles
          GetCompositeSchedule GetDERControl GetDisplayMessages GetInstalledCertificateIds
          GetLocalListVersion GetLog GetMonitoringReport GetPeriodicEventStream GetReport
          GetTariffs GetTransactionStatus GetVariables InstallCertificate
          NotifyAllowedEnergyTransfer NotifyWebPaymentStarted PublishFirmware RequestBatterySwap
          RequestStartTransaction RequestStopTransaction ReserveNow Reset SendLocalList
          SetChargingProfile SetDERControl SetDefaultTariff SetDisplayMessage SetMonitoringBase
          SetMonitoringLevel SetNetworkProfile SetVariableMonitoring SetVariables TriggerMessage
          UnlockConnector UnpublishFirmware UpdateDynamicSchedule UpdateFirmware
          UsePriorityCharging
          """);

  private Actions21() {}
}
