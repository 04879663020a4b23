package energy.setpoint.ocpp.v16.station;

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
import energy.setpoint.ocpp.dialect.Tokens;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.wire.AuthorizationStatus;
import energy.setpoint.ocpp.v16.wire.Authorize;
import energy.setpoint.ocpp.v16.wire.BootNotification;
import energy.setpoint.ocpp.v16.wire.BootNotification.RegistrationStatus;
import energy.setpoint.ocpp.v16.wire.DataTransfer;
import energy.setpoint.ocpp.v16.wire.DataTransfer.DataTransferStatus;
import energy.setpoint.ocpp.v16.wire.DiagnosticsStatusNotification;
import energy.setpoint.ocpp.v16.wire.FirmwareStatusNotification;
import energy.setpoint.ocpp.v16.wire.Heartbeat;
import energy.setpoint.ocpp.v16.wire.IdTagInfo;
import energy.setpoint.ocpp.v16.wire.LogStatusNotification;
import energy.setpoint.ocpp.v16.wire.MeterValues;
import energy.setpoint.ocpp.v16.wire.SecurityEventNotification;
import energy.setpoint.ocpp.v16.wire.SignCertificate;
import energy.setpoint.ocpp.v16.wire.SignedFirmwareStatusNotification;
import energy.setpoint.ocpp.v16.wire.StartTransaction;
import energy.setpoint.ocpp.v16.wire.StatusNotification;
import energy.setpoint.ocpp.v16.wire.StatusNotification.ChargePointStatus;
import energy.setpoint.ocpp.v16.wire.StopTransaction;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a station calls in OCPP 1.6: read, answered, and said in the words of the engine. */
public final class StationCalls16 {

  private static final List<StationEvent> NOTHING = List.of();

  /** No vendor's data is understood. */
  private static final RoutineCalls ROUTINE =
      RoutineCalls.of(
          answered(
              DataTransfer.class,
              new DataTransfer.Response(DataTransferStatus.UnknownVendorId, Optional.empty())),
          noted(DiagnosticsStatusNotification.class),
          noted(FirmwareStatusNotification.class),
          noted(LogStatusNotification.class),
          noted(SignedFirmwareStatusNotification.class));

  private StationCalls16() {}

  public static Handled handle(String action, JsonNode payload, StationContext context)
      throws RpcException {
    return switch (action) {
      case "BootNotification" -> boot(Payloads.read(BootNotification.class, payload), context);
      case "Heartbeat" -> heartbeat(payload, context);
      case "StatusNotification" ->
          status(Payloads.read(StatusNotification.class, payload), context);
      case "Authorize" -> authorize(Payloads.read(Authorize.class, payload), context);
      case "StartTransaction" ->
          Transactions16.start(Payloads.read(StartTransaction.class, payload), context);
      case "StopTransaction" ->
          Transactions16.stop(Payloads.read(StopTransaction.class, payload), context);
      case "MeterValues" -> meterValues(Payloads.read(MeterValues.class, payload), context);
      case "SecurityEventNotification" ->
          Security16.event(Payloads.read(SecurityEventNotification.class, payload), context);
      case "SignCertificate" ->
          Security16.sign(Payloads.read(SignCertificate.class, payload), context);
      default -> ROUTINE.handle(action, payload).orElseThrow(() -> Actions16.ALL.refusal(action));
    };
  }

  private static Handled boot(BootNotification boot, StationContext context) {
    var answer =
        new BootNotification.Response(
            RegistrationStatus.Accepted,
            context.now(),
            Math.toIntExact(context.heartbeatInterval().toSeconds()));
    var booted =
        new StationBooted(
            context.station(),
            context.now(),
            boot.chargePointVendor(),
            boot.chargePointModel(),
            boot.firmwareVersion().orElse(""));
    return new Handled(Payloads.write(answer), List.of(booted));
  }

  private static Handled heartbeat(JsonNode payload, StationContext context) throws RpcException {
    Payloads.read(Heartbeat.class, payload);
    return new Handled(Payloads.write(new Heartbeat.Response(context.now())), NOTHING);
  }

  /** Connector 0 is the station itself, of which the engine has no state. */
  private static Handled status(StatusNotification status, StationContext context) {
    if (status.connectorId() == 0) {
      return new Handled(Payloads.empty(), NOTHING);
    }
    var reported =
        new EvseStatusReported(
            new EvseRef(context.station(), status.connectorId()),
            status.timestamp().orElse(context.now()),
            meaning(status.status()));
    return new Handled(Payloads.empty(), List.of(reported));
  }

  private static EvseStatus meaning(ChargePointStatus status) {
    return switch (status) {
      case Available -> EvseStatus.AVAILABLE;
      case Preparing, Charging, SuspendedEVSE, SuspendedEV, Finishing -> EvseStatus.OCCUPIED;
      case Reserved -> EvseStatus.RESERVED;
      case Unavailable -> EvseStatus.UNAVAILABLE;
      case Faulted -> EvseStatus.FAULTED;
    };
  }

  private static Handled authorize(Authorize authorize, StationContext context) {
    var answer = new Authorize.Response(idTagInfo(authorize.idTag(), context));
    return new Handled(Payloads.write(answer), NOTHING);
  }

  static IdTagInfo idTagInfo(String idTag, StationContext context) {
    AuthorizationStatus status =
        Tokens.isAccepted(idTag, context)
            ? AuthorizationStatus.Accepted
            : AuthorizationStatus.Invalid;
    return new IdTagInfo(status, Optional.empty(), Optional.empty());
  }

  /** Connector 0 measures the whole station, which the engine knows from the site's own meter. */
  private static Handled meterValues(MeterValues values, StationContext context) {
    if (values.connectorId() == 0) {
      return new Handled(Payloads.empty(), NOTHING);
    }
    EvseRef evse = new EvseRef(context.station(), values.connectorId());
    Optional<String> transaction =
        values.transactionId().map(String::valueOf).or(() -> context.findTransaction(evse));
    return new Handled(
        Payloads.empty(), Measurements16.events(values.meterValue(), evse, transaction));
  }
}
