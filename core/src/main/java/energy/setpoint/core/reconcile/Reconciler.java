package energy.setpoint.core.reconcile;

import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.site.ControlPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what was decided with what is confirmed and says what to send now: decreases at once,
 * increases only as far as confirmed decreases have paid for them, and renewals before a lease
 * ends. Confined to the engine's loop.
 */
public final class Reconciler {

  private final Duration lease;
  private final Map<ControlPoint, DeviceLedger> ledgers = new HashMap<>();

  /**
   * @param lease how long an allowance holds when it is not renewed; it is renewed at half of that
   */
  public Reconciler(Duration lease) {
    this.lease = lease;
  }

  /** Starts to keep the ledger of a device. */
  public void register(ControlPoint point, DeviceLedger ledger) {
    ledgers.put(point, ledger);
  }

  /**
   * @throws IllegalArgumentException when the device was never registered
   */
  public DeviceLedger ledger(ControlPoint point) {
    DeviceLedger ledger = ledgers.get(point);
    if (ledger == null) {
      throw new IllegalArgumentException("There is no ledger of " + point + ".");
    }
    return ledger;
  }

  /**
   * An allowance to send.
   *
   * @param protectsFuse true for a decrease under a limit that would be exceeded if every device
   *     drew what it may
   */
  public record Send(ControlPoint point, DeviceLedger.Lease lease, boolean protectsFuse) {}

  /**
   * What to send now, decreases first.
   *
   * @param desired one for each device, the more urgent earlier
   * @param drawLimits with the room that uncontrolled loads leave
   * @param feedLimits the same for feeding back
   */
  public List<Send> next(
      List<Desired> desired, List<Limit> drawLimits, List<Limit> feedLimits, Instant now) {
    Budgets budgets = new Budgets(this, desired, drawLimits, feedLimits, now);
    List<Send> sends = new ArrayList<>();
    List<Desired> increases = new ArrayList<>();
    for (Desired wish : desired) {
      DeviceLedger ledger = ledger(wish.point());
      boolean quiet = ledger.isQuiet(now) && !budgets.isOverdrawn(wish);
      if (!wish.reachable() || ledger.isAwaitingAnswer() || quiet) {
        continue;
      }
      if (budgets.raises(wish)) {
        increases.add(wish);
      } else if (isDue(wish, now) || isChange(wish, now) && isUrgent(wish, budgets, now)) {
        sends.add(send(wish, wish.allowance(), budgets, now));
      }
    }
    for (Desired wish : increases) {
      raise(wish, budgets, now).ifPresent(sends::add);
    }
    return sends;
  }

  private Optional<Send> raise(Desired wish, Budgets budgets, Instant now) {
    boolean worthwhile = isDue(wish, now) || isLargeChange(wish, now);
    if (worthwhile && budgets.reserve(wish)) {
      return Optional.of(send(wish, wish.allowance(), budgets, now));
    }
    return ledger(wish.point())
        .findConfirmed(now)
        .flatMap(inForce -> reduce(wish, inForce.allowance(), budgets, now));
  }

  /** What does not fit as a whole is carried out as far as it is a decrease. */
  private Optional<Send> reduce(Desired wish, Allowance inForce, Budgets budgets, Instant now) {
    Allowance common =
        new Allowance(
            inForce.draw().min(wish.allowance().draw()),
            inForce.feed().min(wish.allowance().feed()));
    boolean due = isDue(wish, now) || !common.equals(inForce);
    return due ? Optional.of(send(wish, common, budgets, now)) : Optional.empty();
  }

  /** Nothing is in force, it may be lost, or it ends soon. */
  private boolean isDue(Desired wish, Instant now) {
    DeviceLedger ledger = ledger(wish.point());
    Optional<DeviceLedger.Lease> inForce = ledger.findConfirmed(now);
    return inForce.isEmpty()
        || ledger.isRenewalDemanded()
        || ledger.isUncertain(now)
        || Duration.between(now, inForce.get().until()).compareTo(lease.dividedBy(2)) <= 0;
  }

  private boolean isChange(Desired wish, Instant now) {
    return change(wish, now) != 0;
  }

  private boolean isLargeChange(Desired wish, Instant now) {
    return change(wish, now) >= wish.smallestChange().milliamps();
  }

  private boolean isUrgent(Desired wish, Budgets budgets, Instant now) {
    return isLargeChange(wish, now)
        || wish.allowance().draw().milliamps() == 0
        || budgets.isOverdrawn(wish);
  }

  private long change(Desired wish, Instant now) {
    return ledger(wish.point())
        .findConfirmed(now)
        .map(confirmed -> wish.allowance().differenceFrom(confirmed.allowance()).milliamps())
        .orElse(Long.MAX_VALUE / 2);
  }

  private Send send(Desired wish, Allowance allowance, Budgets budgets, Instant now) {
    boolean decreases = budgets.exceeds(wish, allowance);
    return new Send(
        wish.point(),
        new DeviceLedger.Lease(allowance, now.plus(lease)),
        decreases && budgets.isOverdrawn(wish));
  }
}
