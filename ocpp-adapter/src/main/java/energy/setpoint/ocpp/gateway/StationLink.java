package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.Handled;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.StationContext;
import energy.setpoint.ocpp.rpc.CallHandler.Reply;
import energy.setpoint.ocpp.rpc.FrameReceiver;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.RpcRules;
import energy.setpoint.ocpp.rpc.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** One connection of a station: whoever owns the socket or the pipe hands over what it receives. */
public final class StationLink implements FrameReceiver {

  private final KnownStation station;
  private final OcppDialect dialect;
  private final RpcEndpoint endpoint;
  private final IntentQueue intents;
  private final StationContext context;

  StationLink(
      KnownStation station,
      OcppDialect dialect,
      Transport transport,
      EngineSide engine,
      GatewaySettings settings,
      UnaryOperator<RpcEndpoint.Builder> fittings) {
    this.station = station;
    this.dialect = dialect;
    this.context = new Context(station, engine, settings.heartbeatInterval());
    var rules = new RpcRules(dialect::spell, dialect.answersUnreadable());
    this.endpoint =
        fittings
            .apply(RpcEndpoint.over(transport, this::answer, rules).settings(settings.rpc()))
            .build();
    this.intents =
        new IntentQueue(
            station, dialect, context, endpoint, transport, settings.maxWaitingIntents());
  }

  public StationId station() {
    return station.id();
  }

  public String subprotocol() {
    return dialect.subprotocol();
  }

  @Override
  public void receive(String text) {
    endpoint.receive(text);
  }

  @Override
  public void closed(String reason) {
    endpoint.closed(reason);
    station.disconnect(this, reason);
  }

  /** Ends the connection from our side. */
  void close(int code, String reason) {
    endpoint.close(code, reason);
  }

  CompletionStage<IntentOutcome> send(ChargingIntent intent) {
    return intents.submit(intent);
  }

  private Reply answer(String action, JsonNode payload) throws RpcException {
    Handled handled = dialect.handle(action, payload, context);
    handled.events().forEach(station.transactions()::note);
    return new Reply(handled.response(), () -> station.tell(handled.events()));
  }

  private record Context(KnownStation known, EngineSide engine, Duration heartbeatInterval)
      implements StationContext {

    @Override
    public StationId station() {
      return known.id();
    }

    @Override
    public Instant now() {
      return engine.siteTime().instant();
    }

    @Override
    public boolean accepts(IdToken token) {
      return engine.authorizer().accepts(known.id(), token);
    }

    @Override
    public int nextTransactionId() {
      return engine.transactionIds().next();
    }

    @Override
    public Optional<EvseRef> findEvse(String transactionId) {
      return known.transactions().findEvse(transactionId);
    }

    @Override
    public Optional<String> findTransaction(EvseRef evse) {
      return known.transactions().findTransaction(evse);
    }
  }
}
