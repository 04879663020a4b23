package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.Kind;
import energy.setpoint.simulation.profile.OperationMode;
import energy.setpoint.simulation.profile.PhaseValues;
import energy.setpoint.simulation.profile.Purpose;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.Schedule;
import energy.setpoint.simulation.profile.SchedulePeriod;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import energy.setpoint.simulation.station.line.Outbox.Keep;
import energy.setpoint.simulation.station.line.Uplink;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A system beside the engine that speaks to the station over another protocol, such as a home
 * energy manager or the grid operator's relay (K11 to K13, K27, Q06). Its profiles have numbers
 * below 0 (K01.FR.82). Not thread-safe.
 */
public final class ExternalSystem {

  private static final int GENERATION = -1000;

  private final ProfileStack stack;
  private final Collection<EvseUnit> units;
  private final MessageSet messages;
  private final Uplink uplink;
  private final Supplier<Instant> clock;

  ExternalSystem(
      ProfileStack stack,
      Collection<EvseUnit> units,
      MessageSet messages,
      Uplink uplink,
      Supplier<Instant> clock) {
    this.stack = stack;
    this.units = units;
    this.messages = messages;
    this.uplink = uplink;
    this.clock = clock;
  }

  /**
   * Limits an EVSE, or with 0 the station, until it is released.
   *
   * @param watts all phases together, at least 0
   */
  public void limit(int evse, double watts) {
    impose(-1 - evse, evse, Purpose.EXTERNAL, SchedulePeriod.limit(0, watts));
  }

  /** Commands an EVSE; negative feeds back (2.1, Q06.FR.04). */
  public void command(int evse, double watts) {
    SchedulePeriod period =
        SchedulePeriod.of(0, OperationMode.EXTERNAL_SETPOINT).withSetpoint(PhaseValues.of(watts));
    impose(-1 - evse, evse, Purpose.EXTERNAL, period);
  }

  public void release(int evse) {
    if (stack.release(-1 - evse)) {
      messages.unlimited(evse).ifPresent(call -> uplink.send(call, answer -> {}));
      tellRate(evse);
    }
  }

  /** Power that is made on site comes on top of what the profiles allow; 0 ends it. */
  public void generate(double watts) {
    if (watts > 0) {
      impose(GENERATION, 0, Purpose.LOCAL_GENERATION, SchedulePeriod.limit(0, watts));
    } else {
      stack.release(GENERATION);
    }
  }

  private void impose(int id, int evse, Purpose purpose, SchedulePeriod period) {
    Instant now = clock.get();
    boolean dynamic = stack.rules().has(Feature.DYNAMIC);
    Optional<Instant> start = dynamic ? Optional.empty() : Optional.of(now);
    ChargingProfile profile =
        new ChargingProfile(
            id,
            evse,
            0,
            purpose,
            dynamic ? Kind.DYNAMIC : Kind.ABSOLUTE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.<Duration>empty(),
            dynamic ? Optional.of(now) : Optional.empty(),
            List.of(new Schedule(start, Optional.empty(), RateUnit.W, List.of(period))));
    stack.impose(profile);
    messages.limited(profile).ifPresent(call -> uplink.send(call, answer -> {}));
    tellRate(evse);
  }

  private void tellRate(int evse) {
    for (EvseUnit unit : units) {
      if (evse == 0 || unit.number() == evse) {
        unit.transaction()
            .flatMap(tx -> messages.rateChanged(tx, unit.state(), clock.get(), !uplink.isOnline()))
            .ifPresent(message -> uplink.deliver(message, Keep.ALWAYS, answer -> {}));
      }
    }
  }
}
