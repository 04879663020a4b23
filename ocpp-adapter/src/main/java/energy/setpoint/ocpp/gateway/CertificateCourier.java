package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.certificate.Courier;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** Brings certificates over whatever connection the station has then, if it is of one version. */
final class CertificateCourier implements Courier {

  private static final String ACTION = "CertificateSigned";

  private final KnownStation station;
  private final OcppDialect dialect;

  CertificateCourier(KnownStation station, OcppDialect dialect) {
    this.station = station;
    this.dialect = dialect;
  }

  @Override
  public CompletionStage<Delivery> deliver(JsonNode payload) {
    Optional<StationLink> link =
        station.findLink().filter(it -> it.subprotocol().equals(dialect.subprotocol()));
    return link.isPresent()
        ? link.get().call(ACTION, payload).thenApply(this::judge)
        : CompletableFuture.completedFuture(
            new Delivery.Lost("It is not connected with " + dialect.subprotocol() + "."));
  }

  private Delivery judge(CallOutcome outcome) {
    return switch (outcome) {
      case CallOutcome.Answered answered -> judge(answered.payload());
      case CallOutcome.Failed failed ->
          new Delivery.Rejected(failed.code() + ": " + failed.description());
      case CallOutcome.Garbled garbled -> new Delivery.Lost("The answer is malformed.");
      case CallOutcome.TimedOut late ->
          new Delivery.Lost("No answer within " + late.timeout() + ".");
      case CallOutcome.Closed closed -> new Delivery.Lost(closed.reason());
      case CallOutcome.Expired late ->
          new Delivery.Lost("It had no turn within " + late.waited() + ".");
      case CallOutcome.QueueFull full -> new Delivery.Lost("Too many calls are waiting.");
    };
  }

  private Delivery judge(JsonNode answer) {
    try {
      return dialect
          .findRefusal(ACTION, answer)
          .<Delivery>map(Delivery.Rejected::new)
          .orElseGet(Delivery.Accepted::new);
    } catch (RpcException e) {
      return new Delivery.Lost("The answer cannot be understood: " + e.description());
    }
  }
}
