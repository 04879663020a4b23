package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.StatusInfoType;
import energy.setpoint.ocpp.v21.wire.der.ClearDERControl;
import energy.setpoint.ocpp.v21.wire.der.DERControlStatus;
import energy.setpoint.ocpp.v21.wire.der.GetDERControl;
import energy.setpoint.ocpp.v21.wire.der.SetDERControl;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a station's answers about DER controls mean. */
public final class DerAnswers {

  private DerAnswers() {}

  public static Optional<String> refusal(SetDERControl.Response response) {
    return response.status() == DERControlStatus.Accepted
        ? Optional.empty()
        : Optional.of(StatusInfoType.words(response.status().name(), response.statusInfo()));
  }

  /** A control that is not there is as good as a cleared one. */
  public static Optional<String> refusal(ClearDERControl.Response response) {
    return refusal(response.status(), response.statusInfo());
  }

  /** That there is none is an answer, too (R04.FR.30). */
  public static Optional<String> refusal(GetDERControl.Response response) {
    return refusal(response.status(), response.statusInfo());
  }

  private static Optional<String> refusal(DERControlStatus status, Optional<StatusInfoType> info) {
    return switch (status) {
      case Accepted, NotFound -> Optional.empty();
      case Rejected, NotSupported -> Optional.of(StatusInfoType.words(status.name(), info));
    };
  }

  /**
   * The control that was accepted, told in the same form in which a station reports it, and what
   * lost its place by it.
   */
  public static List<StationEvent> set(JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    SetDERControl set = Payloads.read(SetDERControl.class, request);
    SetDERControl.Response answer = Payloads.read(SetDERControl.Response.class, response);
    return DerReports.findControl(set).stream()
        .<StationEvent>map(control ->
            new DerEvent.ControlAccepted(
                context.station(),
                context.now(),
                control,
                answer.supersededIds().orElse(List.of())))
        .toList();
  }

  public static List<StationEvent> cleared(JsonNode request, StationContext context)
      throws RpcException {
    ClearDERControl clear = Payloads.read(ClearDERControl.class, request);
    DerSelection which =
        clear
            .controlId()
            .<DerSelection>map(id -> new DerSelection.WithId(clear.isDefault(), id))
            .or(() ->
                clear
                    .controlType()
                    .map(type -> new DerSelection.OfType(clear.isDefault(), DerWords.type(type))))
            .orElseGet(() -> new DerSelection.All(clear.isDefault()));
    return List.of(new DerEvent.ControlsCleared(context.station(), context.now(), which));
  }

  /** Where there is none, no report follows. */
  public static List<StationEvent> asked(
      JsonNode request, JsonNode response, StationContext context) throws RpcException {
    GetDERControl get = Payloads.read(GetDERControl.class, request);
    boolean none =
        Payloads.read(GetDERControl.Response.class, response).status() == DERControlStatus.NotFound;
    return none
        ? List.of(
            new DerEvent.ControlsReported(
                context.station(), context.now(), get.requestId(), List.of(), false))
        : List.of();
  }
}
