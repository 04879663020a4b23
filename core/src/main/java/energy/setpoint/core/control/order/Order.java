package energy.setpoint.core.control.order;

import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.Set;

/** What an operator asks for, at stations and EVSEs of the site. */
public sealed interface Order {

  /** Let the running transaction charge before all limits, or no longer (K21). */
  record Prioritize(EvseRef evse, boolean priority) implements Order {}

  /**
   * Install what transactions with priority may take (K01.FR.73). From then on a driver may give
   * himself priority at the station (K22).
   *
   * @param most of each EVSE, per phase, at least 0 A
   */
  record OfferPriority(StationId station, Current most) implements Order {}

  /** Hold the priority profile to the fallback again, for there is no word to take it away. */
  record WithdrawPriority(StationId station) implements Order {}

  /**
   * Hold all EVSEs of a station together, whatever else they may do (K04).
   *
   * @param most on its feeder, per phase, at least 0 A
   */
  record CapStation(StationId station, Current most, Instant until) implements Order {}

  /** End that. */
  record UncapStation(StationId station) implements Order {}

  /**
   * Say which services the vehicle may choose from (Q02).
   *
   * @param services not empty
   */
  record AllowServices(EvseRef evse, Set<EnergyService> services) implements Order {
    public AllowServices {
      services = Set.copyOf(services);
    }
  }

  /** Pass on the grid operator's signal to EVSEs that hold a reserve (Q08.FR.10). */
  record CallReserve(StationId station, int signal) implements Order {}

  /** Hold the running transaction in a certain manner; it takes the place of what stood before. */
  record Stand(EvseRef evse, Manner manner, Interval validity) implements Order {}

  /** End what stands for an EVSE. */
  record Lift(EvseRef evse) implements Order {}
}
