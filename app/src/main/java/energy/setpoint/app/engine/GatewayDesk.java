package energy.setpoint.app.engine;

import energy.setpoint.app.config.station.CallPermission;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.gateway.CallReply;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.gateway.memory.ReceivedMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** The stations behind the gateway, as far as the site file lets people near them. */
record GatewayDesk(OcppGateway gateway, CallPermission permission) implements StationDesk {

  @Override
  public Optional<Dossier> find(StationId station) {
    return gateway
        .findKnowledge(station)
        .map(it -> new Dossier(it.known(), it.identity(), it.told()));
  }

  @Override
  public boolean allows(String action) {
    return permission.allows(action);
  }

  @Override
  public CompletionStage<CallReply> request(StationId station, String action, JsonNode payload) {
    return permission.allows(action, payload)
        ? gateway.request(station, action, payload)
        : CompletableFuture.completedFuture(
            new CallReply.Forbidden(permission.refusal(action, payload)));
  }

  @Override
  public List<ReceivedMessage> listMessages(StationId station) {
    return gateway.listMessages(station);
  }
}
