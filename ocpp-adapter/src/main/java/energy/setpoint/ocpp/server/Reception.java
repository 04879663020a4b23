package energy.setpoint.ocpp.server;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes in the stations that the door lets pass: the gateway itself, or who stands before it. */
@FunctionalInterface
public interface Reception {

  /**
   * Decides how a station is taken in; its handshake is answered when that is known.
   *
   * @return completes normally, within the time that a handshake may take
   */
  CompletionStage<Welcome> receive(Arrival arrival);

  /** Every station talks with the gateway itself, in the version that it prefers. */
  static Reception at(OcppGateway gateway) {
    return arrival -> {
      OcppDialect dialect = arrival.dialects().getFirst();
      return CompletableFuture.completedFuture(
          new Welcome.Seated(
              dialect,
              (transport, alarm) -> gateway.attach(arrival.station(), dialect, transport, alarm),
              () -> {}));
    };
  }

  /**
   * A station that asks to come in.
   *
   * @param dialects that both sides speak, in the station's order of preference; not empty
   * @param authorization what the station sent as its credentials, as sent
   */
  record Arrival(StationId station, List<OcppDialect> dialects, Optional<String> authorization) {
    public Arrival {
      dialects = List.copyOf(dialects);
    }
  }

  /** The decision. */
  sealed interface Welcome {

    /**
     * @param seat is taken when the handshake is done
     * @param vacate is run instead when the station has gone meanwhile, or its handshake or the
     *     taking of the seat failed
     */
    record Seated(OcppDialect dialect, Seat seat, Runnable vacate) implements Welcome {}

    /**
     * @param status HTTP status that the station gets
     */
    record TurnedAway(int status, String reason) implements Welcome {}
  }

  /** Where an open connection goes. */
  @FunctionalInterface
  interface Seat {
    FrameReceiver take(Transport transport, Alarm alarm);
  }
}
