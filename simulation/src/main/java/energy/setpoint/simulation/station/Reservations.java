package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Uplink;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.Reservation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whom the EVSEs of a station are kept for (2.x part 2, H; 1.6 sections 5.2 and 5.13). */
public final class Reservations {

  private final Collection<EvseUnit> units;
  private final MessageSet messages;
  private final Uplink uplink;

  Reservations(Collection<EvseUnit> units, MessageSet messages, Uplink uplink) {
    this.units = units;
    this.messages = messages;
    this.uplink = uplink;
  }

  /**
   * Keeps a free EVSE, or any, in place of what had the same id before (H01.FR.02).
   *
   * @return the state of the EVSE, AVAILABLE when it is reserved now; empty when there is none
   */
  public Optional<ConnectorState> reserve(OptionalInt evse, Reservation wished) {
    List<EvseUnit> asked =
        units.stream().filter(u -> evse.isEmpty() || u.number() == evse.getAsInt()).toList();
    Optional<EvseUnit> before = find(wished.id());
    Optional<EvseUnit> free =
        asked.stream()
            .filter(u -> u.state() == ConnectorState.AVAILABLE || before.equals(Optional.of(u)))
            .findFirst();
    if (free.isEmpty()) {
      return asked.stream().findFirst().map(EvseUnit::state);
    }
    before.ifPresent(u -> u.reserve(Optional.empty()));
    free.get().reserve(Optional.of(wished));
    return Optional.of(ConnectorState.AVAILABLE);
  }

  /** True when there was such a reservation (H02). */
  public boolean cancel(int id) {
    Optional<EvseUnit> unit = find(id);
    unit.ifPresent(u -> u.reserve(Optional.empty()));
    return unit.isPresent();
  }

  /**
   * Ends what has expired (H04), or cannot be kept since its EVSE is out of operation (H01.FR.17).
   */
  void advance(Instant now) {
    for (EvseUnit unit : units) {
      unit.occupancy()
          .reservation()
          .ifPresent(r -> {
            boolean expired = !now.isBefore(r.expiry());
            if (expired || unit.state() == ConnectorState.UNAVAILABLE) {
              unit.reserve(Optional.empty());
              messages
                  .reservationEnded(r.id(), expired)
                  .ifPresent(call -> uplink.send(call, answer -> {}));
            }
          });
    }
  }

  private Optional<EvseUnit> find(int id) {
    return units.stream()
        .filter(u -> u.occupancy().reservation().filter(r -> r.id() == id).isPresent())
        .findFirst();
  }
}
