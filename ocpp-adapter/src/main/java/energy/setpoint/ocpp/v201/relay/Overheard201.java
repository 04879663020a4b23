package energy.setpoint.ocpp.v201.relay;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.station.StationCalls201;
import energy.setpoint.ocpp.v201.wire.BootNotification;
import energy.setpoint.ocpp.v201.wire.BootNotification.RegistrationStatus;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls of OCPP 2.0.1 that another CSMS answered; the station chose the transaction's id. */
public final class Overheard201 {

  private Overheard201() {}

  public static List<StationEvent> events(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return switch (action) {
      case "BootNotification" ->
          isAccepted(response)
              ? StationCalls201.handle(action, request, context).events()
              : List.of();
      // The CSMS signs what it was asked to.
      case "SignCertificate" -> List.of();
      default -> StationCalls201.handle(action, request, context).events();
    };
  }

  private static boolean isAccepted(JsonNode response) throws RpcException {
    return Payloads.read(BootNotification.Response.class, response).status()
        == RegistrationStatus.Accepted;
  }
}
