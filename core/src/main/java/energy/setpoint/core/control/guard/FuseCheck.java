package energy.setpoint.core.control.guard;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.control.surplus.SolarSurplus;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.guard.SiteLimits;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether every fuse bears it when some EVSEs may do what no limit of ours holds them to. Confined
 * to the engine's loop.
 */
public final class FuseCheck {

  private final Books books;
  private final Candidates candidates;
  private final Occupation occupation;
  private final SiteLimits limits;
  private final Reconciler ledgers;

  /**
   * @param beliefs what the planner believes that vehicles need
   * @param watch how vehicles behave
   * @param surplus what the sun leaves to those that charge on it
   * @param chargers asked which stations are connected
   */
  public FuseCheck(
      Site site,
      ControlSettings settings,
      Books books,
      Beliefs beliefs,
      VehicleWatch watch,
      SolarSurplus surplus,
      Reconciler ledgers,
      ChargerGateway chargers) {
    this.books = books;
    this.candidates =
        new Candidates(site, settings, books, beliefs, watch, surplus, ledgers, chargers);
    this.occupation = new Occupation(site, settings);
    this.limits = new SiteLimits(site.circuits(), site.voltage());
    this.ledgers = ledgers;
  }

  /** What is exceeded although everybody else gives way as far as he can be told to. */
  public List<Overload> afterOthersGaveWay(Map<EvseRef, Allowance> claims, Look look) {
    return listOverloads(
        claims,
        look,
        device ->
            new Allowance(
                device.askToDraw().reserved(),
                device
                    .askToFeed(
                        device.reachable()
                            ? Current.ZERO
                            : ledgers.ledger(device.point()).mayFeed(look.now()))
                    .reserved()));
  }

  /** What is exceeded as long as everybody else may do what he may do now. */
  public List<Overload> asThingsAre(Map<EvseRef, Allowance> claims, Look look) {
    return listOverloads(
        claims,
        look,
        device ->
            new Allowance(
                ledgers.ledger(device.point()).mayDraw(look.now()),
                ledgers.ledger(device.point()).mayFeed(look.now())));
  }

  private List<Overload> listOverloads(
      Map<EvseRef, Allowance> claims, Look look, Function<Candidate, Allowance> counted) {
    List<Load> loads = new ArrayList<>();
    for (Candidate device : candidates.list(Optional.empty(), look.now())) {
      Allowance claim =
          device.point() instanceof EvseRef evse
              ? claims.getOrDefault(evse, Allowance.NOTHING)
              : Allowance.NOTHING;
      Allowance own = counted.apply(device);
      loads.add(
          new Load(
              device,
              own.draw().max(claim.draw()),
              own.feed().max(claim.feed()),
              claim.draw().milliamps() > 0,
              claim.feed().milliamps() > 0));
    }
    List<Overload> overloads = new ArrayList<>();
    overloads.addAll(
        over(
            "import",
            occupation.ofImport(look.uncontrolled()),
            look.importLimit(),
            loads.stream().map(Load::drawing).toList()));
    overloads.addAll(
        over(
            "export",
            occupation.ofExport(books.devices(), look.now()),
            look.exportLimit(),
            loads.stream().map(Load::feeding).toList()));
    return overloads;
  }

  /** Only limits that a claim counts against: it is not to blame for others. */
  private List<Overload> over(
      String direction,
      Map<CircuitId, PhaseCurrents> occupied,
      Power connection,
      List<Directed> loads) {
    List<Limit> left = limits.list(direction, occupied, connection);
    List<Limit> whole = limits.list(direction, Map.of(), connection);
    List<Overload> overloads = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      Limit limit = left.get(i);
      long sum = loads.stream().mapToLong(load -> load.on(limit)).sum();
      boolean claimed = loads.stream().anyMatch(load -> load.claimed() && load.on(limit) > 0);
      if (claimed && sum > limit.room()) {
        long most = whole.get(i).room();
        overloads.add(
            new Overload(limit.name(), new Current(most - limit.room() + sum), new Current(most)));
      }
    }
    return overloads;
  }

  private record Load(
      Candidate device, Current draw, Current feed, boolean claimsDraw, boolean claimsFeed) {

    Directed drawing() {
      return new Directed(device, draw, claimsDraw);
    }

    Directed feeding() {
      return new Directed(device, feed, claimsFeed);
    }
  }

  private record Directed(Candidate device, Current current, boolean claimed) {

    long on(Limit limit) {
      return limit.timesCounted(device.circuit(), device.phases()) * current.milliamps();
    }
  }
}
