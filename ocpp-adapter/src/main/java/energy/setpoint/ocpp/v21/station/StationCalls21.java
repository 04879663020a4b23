package energy.setpoint.ocpp.v21.station;

import static energy.setpoint.ocpp.dialect.RoutineCalls.answered;
import static energy.setpoint.ocpp.dialect.RoutineCalls.noted;

import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.RoutineCalls;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.der.DerReports;
import energy.setpoint.ocpp.v21.wire.Authorize;
import energy.setpoint.ocpp.v21.wire.BatterySwap;
import energy.setpoint.ocpp.v21.wire.BootNotification;
import energy.setpoint.ocpp.v21.wire.BootNotification.RegistrationStatus;
import energy.setpoint.ocpp.v21.wire.ClearedChargingLimit;
import energy.setpoint.ocpp.v21.wire.ClosePeriodicEventStream;
import energy.setpoint.ocpp.v21.wire.DataTransfer;
import energy.setpoint.ocpp.v21.wire.DataTransfer.DataTransferStatus;
import energy.setpoint.ocpp.v21.wire.FirmwareStatusNotification;
import energy.setpoint.ocpp.v21.wire.GenericStatus;
import energy.setpoint.ocpp.v21.wire.Heartbeat;
import energy.setpoint.ocpp.v21.wire.LogStatusNotification;
import energy.setpoint.ocpp.v21.wire.MeterValues;
import energy.setpoint.ocpp.v21.wire.NotifyChargingLimit;
import energy.setpoint.ocpp.v21.wire.NotifyCustomerInformation;
import energy.setpoint.ocpp.v21.wire.NotifyDisplayMessages;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingNeeds;
import energy.setpoint.ocpp.v21.wire.NotifyEVChargingSchedule;
import energy.setpoint.ocpp.v21.wire.NotifyEvent;
import energy.setpoint.ocpp.v21.wire.NotifyMonitoringReport;
import energy.setpoint.ocpp.v21.wire.NotifyPeriodicEventStream;
import energy.setpoint.ocpp.v21.wire.NotifyPriorityCharging;
import energy.setpoint.ocpp.v21.wire.NotifyReport;
import energy.setpoint.ocpp.v21.wire.NotifySettlement;
import energy.setpoint.ocpp.v21.wire.OpenPeriodicEventStream;
import energy.setpoint.ocpp.v21.wire.PublishFirmwareStatusNotification;
import energy.setpoint.ocpp.v21.wire.PullDynamicScheduleUpdate;
import energy.setpoint.ocpp.v21.wire.ReportChargingProfiles;
import energy.setpoint.ocpp.v21.wire.ReservationStatusUpdate;
import energy.setpoint.ocpp.v21.wire.SecurityEventNotification;
import energy.setpoint.ocpp.v21.wire.SignCertificate;
import energy.setpoint.ocpp.v21.wire.StatusNotification;
import energy.setpoint.ocpp.v21.wire.StatusNotification.ConnectorStatus;
import energy.setpoint.ocpp.v21.wire.TransactionEvent;
import energy.setpoint.ocpp.v21.wire.VatNumberValidation;
import energy.setpoint.ocpp.v21.wire.der.NotifyDERAlarm;
import energy.setpoint.ocpp.v21.wire.der.NotifyDERStartStop;
import energy.setpoint.ocpp.v21.wire.der.ReportDERControl;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a station calls in OCPP 2.1: read, answered, and said in the words of the engine. */
public final class StationCalls21 {

  private static final List<StationEvent> NOTHING = List.of();

  /** No vendor's data is understood, and no streams are taken. */
  private static final RoutineCalls ROUTINE =
      RoutineCalls.of(
          answered(
              DataTransfer.class,
              new DataTransfer.Response(
                  DataTransferStatus.UnknownVendorId, Optional.empty(), Optional.empty())),
          answered(
              OpenPeriodicEventStream.class,
              new OpenPeriodicEventStream.Response(GenericStatus.Rejected, Optional.empty())),
          noted(BatterySwap.class),
          noted(ClosePeriodicEventStream.class),
          noted(NotifyPeriodicEventStream.class),
          noted(NotifySettlement.class),
          noted(FirmwareStatusNotification.class),
          noted(LogStatusNotification.class),
          noted(NotifyCustomerInformation.class),
          noted(NotifyDisplayMessages.class),
          noted(NotifyEvent.class),
          noted(NotifyMonitoringReport.class),
          noted(NotifyReport.class),
          noted(PublishFirmwareStatusNotification.class),
          noted(ReportChargingProfiles.class),
          noted(ReservationStatusUpdate.class));

  private StationCalls21() {}

  public static Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return switch (action) {
      case "BootNotification" -> boot(Payloads.read(BootNotification.class, payload), context);
      case "Heartbeat" -> heartbeat(payload, context);
      case "StatusNotification" ->
          status(Payloads.read(StatusNotification.class, payload), context);
      case "Authorize" -> authorize(Payloads.read(Authorize.class, payload), context);
      case "TransactionEvent" ->
          Transactions21.handle(Payloads.read(TransactionEvent.class, payload), context);
      case "MeterValues" -> meterValues(Payloads.read(MeterValues.class, payload), context);
      case "NotifyEVChargingNeeds" ->
          ChargingNeeds21.handle(Payloads.read(NotifyEVChargingNeeds.class, payload), context);
      case "NotifyEVChargingSchedule" ->
          Negotiation21.schedule(Payloads.read(NotifyEVChargingSchedule.class, payload), context);
      case "PullDynamicScheduleUpdate" ->
          Negotiation21.pull(Payloads.read(PullDynamicScheduleUpdate.class, payload), context);
      case "NotifyPriorityCharging" ->
          Negotiation21.priority(Payloads.read(NotifyPriorityCharging.class, payload), context);
      case "ReportDERControl" ->
          DerReports.reported(Payloads.read(ReportDERControl.class, payload), context);
      case "NotifyDERAlarm" ->
          DerReports.alarmed(Payloads.read(NotifyDERAlarm.class, payload), context);
      case "NotifyDERStartStop" ->
          DerReports.startedOrStopped(Payloads.read(NotifyDERStartStop.class, payload), context);
      case "NotifyChargingLimit" ->
          ExternalLimits21.announced(Payloads.read(NotifyChargingLimit.class, payload), context);
      case "ClearedChargingLimit" ->
          ExternalLimits21.cleared(Payloads.read(ClearedChargingLimit.class, payload), context);
      case "VatNumberValidation" -> vatNumber(Payloads.read(VatNumberValidation.class, payload));
      case "SecurityEventNotification" ->
          Security21.event(Payloads.read(SecurityEventNotification.class, payload), context);
      case "SignCertificate" ->
          Security21.sign(Payloads.read(SignCertificate.class, payload), context);
      default -> ROUTINE.handle(action, payload).orElseThrow(() -> Actions21.ALL.refusal(action));
    };
  }

  private static Handled boot(BootNotification boot, StationContext context) {
    var answer =
        new BootNotification.Response(
            context.now(),
            Math.toIntExact(context.heartbeatInterval().toSeconds()),
            RegistrationStatus.Accepted,
            Optional.empty());
    var station = boot.chargingStation();
    var booted =
        new StationBooted(
            context.station(),
            context.now(),
            station.vendorName(),
            station.model(),
            station.firmwareVersion().orElse(""));
    return new Handled(Payloads.write(answer), List.of(booted));
  }

  private static Handled heartbeat(JsonNode payload, StationContext context) throws RpcException {
    Payloads.read(Heartbeat.class, payload);
    return new Handled(Payloads.write(new Heartbeat.Response(context.now())), NOTHING);
  }

  /** EVSE 0 is the station itself, of which the engine has no state. */
  private static Handled status(StatusNotification status, StationContext context) {
    if (status.evseId() == 0) {
      return new Handled(Payloads.empty(), NOTHING);
    }
    var reported =
        new EvseStatusReported(
            new EvseRef(context.station(), status.evseId()),
            status.timestamp(),
            meaning(status.connectorStatus()));
    return new Handled(Payloads.empty(), List.of(reported));
  }

  private static EvseStatus meaning(ConnectorStatus status) {
    return switch (status) {
      case Available -> EvseStatus.AVAILABLE;
      case Occupied -> EvseStatus.OCCUPIED;
      case Reserved -> EvseStatus.RESERVED;
      case Unavailable -> EvseStatus.UNAVAILABLE;
      case Faulted -> EvseStatus.FAULTED;
    };
  }

  private static Handled authorize(Authorize authorize, StationContext context) {
    var answer =
        new Authorize.Response(
            Identification21.check(authorize.idToken(), context),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Handled(Payloads.write(answer), NOTHING);
  }

  /** EVSE 0 measures the whole station, which the engine knows from the site's own meter. */
  private static Handled meterValues(MeterValues values, StationContext context) {
    if (values.evseId() == 0) {
      return new Handled(Payloads.empty(), NOTHING);
    }
    EvseRef evse = new EvseRef(context.station(), values.evseId());
    return new Handled(
        Payloads.empty(),
        Measurements21.events(values.meterValue(), evse, context.findTransaction(evse)));
  }

  /** There is nobody here to ask. */
  private static Handled vatNumber(VatNumberValidation request) {
    var answer =
        new VatNumberValidation.Response(
            request.vatNumber(),
            GenericStatus.Rejected,
            Optional.empty(),
            Optional.empty(),
            request.evseId());
    return new Handled(Payloads.write(answer), NOTHING);
  }
}
