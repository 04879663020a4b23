package energy.setpoint.core.control.vehicle;

import energy.setpoint.core.control.OverdrawResponse;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;

/** All that is noticed of how vehicles behave. Confined to the engine's loop. */
public final class VehicleWatch {

  private final Appetites appetites = new Appetites();
  private final UnusedAllowances unused = new UnusedAllowances();
  private final Sleepers sleepers = new Sleepers();
  private final ReactionTimes reactions;
  private final Overdraws overdraws;

  /**
   * @param usualReaction from a confirmed decrease until the current has really fallen
   * @param overdraw how far the engine goes against a vehicle that draws too much
   */
  public VehicleWatch(Duration usualReaction, OverdrawResponse overdraw) {
    this.reactions = new ReactionTimes(usualReaction);
    this.overdraws = new Overdraws(overdraw);
  }

  /**
   * An EVSE was measured.
   *
   * @param allowed confirmed, per phase
   * @param drawn the largest of its phases
   * @return true when this made it certain that the vehicle has had enough
   */
  public boolean saw(Evse evse, Current allowed, Current drawn, Instant now) {
    reactions.saw(evse.ref(), drawn, now);
    unused.saw(evse.ref(), allowed, drawn, now);
    sleepers.saw(evse.ref(), allowed, evse.minimum(), drawn, now);
    return appetites.saw(evse.ref(), allowed, evse.minimum(), drawn, now);
  }

  public Appetites appetites() {
    return appetites;
  }

  public UnusedAllowances unused() {
    return unused;
  }

  public Sleepers sleepers() {
    return sleepers;
  }

  public ReactionTimes reactions() {
    return reactions;
  }

  public Overdraws overdraws() {
    return overdraws;
  }

  /** The vehicle is gone. */
  public void forget(EvseRef evse) {
    appetites.forget(evse);
    unused.forget(evse);
    sleepers.forget(evse);
    reactions.forget(evse);
    overdraws.forget(evse);
  }
}
