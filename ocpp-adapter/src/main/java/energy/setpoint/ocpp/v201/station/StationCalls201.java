package energy.setpoint.ocpp.v201.station;

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
import energy.setpoint.ocpp.v201.wire.Authorize;
import energy.setpoint.ocpp.v201.wire.BootNotification;
import energy.setpoint.ocpp.v201.wire.BootNotification.RegistrationStatus;
import energy.setpoint.ocpp.v201.wire.ClearedChargingLimit;
import energy.setpoint.ocpp.v201.wire.DataTransfer;
import energy.setpoint.ocpp.v201.wire.DataTransfer.DataTransferStatus;
import energy.setpoint.ocpp.v201.wire.FirmwareStatusNotification;
import energy.setpoint.ocpp.v201.wire.Heartbeat;
import energy.setpoint.ocpp.v201.wire.LogStatusNotification;
import energy.setpoint.ocpp.v201.wire.MeterValues;
import energy.setpoint.ocpp.v201.wire.NotifyChargingLimit;
import energy.setpoint.ocpp.v201.wire.NotifyCustomerInformation;
import energy.setpoint.ocpp.v201.wire.NotifyDisplayMessages;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingNeeds;
import energy.setpoint.ocpp.v201.wire.NotifyEVChargingSchedule;
import energy.setpoint.ocpp.v201.wire.NotifyEvent;
import energy.setpoint.ocpp.v201.wire.NotifyMonitoringReport;
import energy.setpoint.ocpp.v201.wire.NotifyReport;
import energy.setpoint.ocpp.v201.wire.PublishFirmwareStatusNotification;
import energy.setpoint.ocpp.v201.wire.ReportChargingProfiles;
import energy.setpoint.ocpp.v201.wire.ReservationStatusUpdate;
import energy.setpoint.ocpp.v201.wire.SecurityEventNotification;
import energy.setpoint.ocpp.v201.wire.SignCertificate;
import energy.setpoint.ocpp.v201.wire.StatusNotification;
import energy.setpoint.ocpp.v201.wire.StatusNotification.ConnectorStatus;
import energy.setpoint.ocpp.v201.wire.TransactionEvent;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a station calls in OCPP 2.0.1: read, answered, and said in the words of the engine. */
public final class StationCalls201 {

  private static final List<StationEvent> NOTHING = List.of();

  /** No vendor's data is understood. */
  private static final RoutineCalls ROUTINE =
      RoutineCalls.of(
          answered(
              DataTransfer.class,
              new DataTransfer.Response(
                  DataTransferStatus.UnknownVendorId, Optional.empty(), Optional.empty())),
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

  private StationCalls201() {}

  public static Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return switch (action) {
      case "BootNotification" -> boot(Payloads.read(BootNotification.class, payload), context);
      case "Heartbeat" -> heartbeat(payload, context);
      case "StatusNotification" ->
          status(Payloads.read(StatusNotification.class, payload), context);
      case "Authorize" -> authorize(Payloads.read(Authorize.class, payload), context);
      case "TransactionEvent" ->
          Transactions201.handle(Payloads.read(TransactionEvent.class, payload), context);
      case "MeterValues" -> meterValues(Payloads.read(MeterValues.class, payload), context);
      case "NotifyEVChargingNeeds" ->
          ChargingNeeds201.handle(Payloads.read(NotifyEVChargingNeeds.class, payload), context);
      case "NotifyEVChargingSchedule" ->
          Negotiation201.schedule(Payloads.read(NotifyEVChargingSchedule.class, payload), context);
      case "SecurityEventNotification" ->
          Security201.event(Payloads.read(SecurityEventNotification.class, payload), context);
      case "SignCertificate" ->
          Security201.sign(Payloads.read(SignCertificate.class, payload), context);
      case "NotifyChargingLimit" ->
          ExternalLimits201.announced(Payloads.read(NotifyChargingLimit.class, payload), context);
      case "ClearedChargingLimit" ->
          ExternalLimits201.cleared(Payloads.read(ClearedChargingLimit.class, payload), context);
      default -> ROUTINE.handle(action, payload).orElseThrow(() -> Actions201.ALL.refusal(action));
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
            Identification201.check(authorize.idToken(), context), Optional.empty());
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
        Measurements201.events(values.meterValue(), evse, context.findTransaction(evse)));
  }
}
