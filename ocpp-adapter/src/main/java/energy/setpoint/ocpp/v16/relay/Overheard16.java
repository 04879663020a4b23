package energy.setpoint.ocpp.v16.relay;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.station.StationCalls16;
import energy.setpoint.ocpp.v16.station.Transactions16;
import energy.setpoint.ocpp.v16.wire.BootNotification;
import energy.setpoint.ocpp.v16.wire.BootNotification.RegistrationStatus;
import energy.setpoint.ocpp.v16.wire.StartTransaction;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls of OCPP 1.6 that another CSMS answered: it chose the transaction's id. */
public final class Overheard16 {

  private Overheard16() {}

  public static List<StationEvent> events(
      String action, JsonNode request, JsonNode response, StationContext context)
      throws RpcException {
    return switch (action) {
      case "StartTransaction" ->
          Transactions16.events(
              Payloads.read(StartTransaction.class, request),
              Payloads.read(StartTransaction.Response.class, response).transactionId(),
              context);
      case "BootNotification" ->
          isAccepted(response)
              ? StationCalls16.handle(action, request, context).events()
              : List.of();
      // The CSMS signs what it was asked to.
      case "SignCertificate" -> List.of();
      default -> StationCalls16.handle(action, request, context).events();
    };
  }

  private static boolean isAccepted(JsonNode response) throws RpcException {
    return Payloads.read(BootNotification.Response.class, response).status()
        == RegistrationStatus.Accepted;
  }
}
