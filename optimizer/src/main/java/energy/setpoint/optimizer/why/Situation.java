package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A problem and its plan, with what all explanations need. */
final class Situation {

  private final PlanningProblem problem;
  private final Plan plan;
  private final Map<SessionId, Device> vehicles = new LinkedHashMap<>();
  private final Map<DeviceId, Device> others = new LinkedHashMap<>();
  private final List<Device> wanting;
  private final Flows flows;
  private final LocalPrices prices;
  private final boolean beforeMoney;
  private final Set<Place> needed = new HashSet<>();
  private final Set<Place> scarce = new HashSet<>();

  Situation(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    List<Device> all = new ArrayList<>();
    for (int i = 0; i < problem.vehicles().size(); i++) {
      Device device = Devices.of(problem.vehicles().get(i), plan.vehicles().get(i).power());
      vehicles.put(problem.vehicles().get(i).session(), device);
      all.add(device);
    }
    for (int i = 0; i < problem.batteries().size(); i++) {
      Device device = Devices.of(problem.batteries().get(i), plan.batteries().get(i).power());
      others.put(problem.batteries().get(i).battery().id(), device);
      all.add(device);
    }
    for (int i = 0; i < problem.flexibleLoads().size(); i++) {
      Device device = Devices.of(problem.flexibleLoads().get(i), plan.loads().get(i).power());
      others.put(problem.flexibleLoads().get(i).id(), device);
      all.add(device);
    }
    wanting = all.stream().filter(Device::isShortBeyondMoney).toList();
    flows = new Flows(problem, plan, all);
    wanting.forEach(this::markNeeded);
    prices = new LocalPrices(problem, plan);
    beforeMoney =
        !wanting.isEmpty()
            || wantsAnEvent(problem)
            || flows.areExceeded()
            || all.stream().anyMatch(Device::isBroughtBack);
    if (prices.areKnown() && wanting.isEmpty()) {
      vehicles.forEach(this::markScarce);
    }
  }

  /** A limit in a step. */
  private record Place(WhyLimit limit, int step) {}

  /**
   * A vehicle that has just what it needs and no price takes what it can get, whatever it costs: a
   * little less, and it would be short. Where it cannot take all that it wants, the limit's price
   * tells of that and not of money.
   */
  private void markScarce(SessionId session, Device vehicle) {
    if (prices.isPriced(session) || vehicle.latePrice().isPresent()) {
      return;
    }
    for (int step = 0; step < problem.grid().size(); step++) {
      if (vehicle.kw(step) > Device.NOISE_KW && !vehicle.takesAll(step)) {
        for (LocalPrices.Part part : prices.onTaking(vehicle, step)) {
          if (part.perKilowattHour() > 0) {
            scarce.add(new Place(part.limit(), step));
          }
        }
      }
    }
  }

  /** Whether a limit in a device's way is there for needs that are only just met. */
  boolean isScarce(Device device, int step) {
    if (scarce.isEmpty()) {
      return false;
    }
    return prices.onTaking(device, step).stream()
        .anyMatch(part -> scarce.contains(new Place(part.limit(), step)));
  }

  PlanningProblem problem() {
    return problem;
  }

  Plan plan() {
    return plan;
  }

  /** In the order of the problem. */
  Map<SessionId, Device> vehicles() {
    return vehicles;
  }

  /** Batteries and flexible loads, in the order of the problem. */
  Map<DeviceId, Device> others() {
    return others;
  }

  Flows flows() {
    return flows;
  }

  LocalPrices prices() {
    return prices;
  }

  /** The peak that a step counts for; empty when peaks cost nothing. */
  Optional<WhyLimit> peak() {
    return problem.money().peaks().stream()
        .map(PeakPrice::name)
        .findFirst()
        .map(WhyLimit.Peak::new);
  }

  /** Whether something is missing that money cannot weigh, so that limits serve needs first. */
  boolean isShort() {
    return !wanting.isEmpty();
  }

  private static boolean wantsAnEvent(PlanningProblem problem) {
    return problem.events().stream()
        .anyMatch(event -> event.obligation() instanceof GridEvent.Obligation.Mandatory);
  }

  /** Whether anything that comes before money shapes the plan. */
  boolean isShapedBeforeMoney() {
    return beforeMoney;
  }

  /** Whether a limit is used up by those who would otherwise leave with less. */
  boolean servesNeeds(WhyLimit limit, int step) {
    return needed.contains(new Place(limit, step));
  }

  private void markNeeded(Device device) {
    for (int step = 0; step < problem.grid().size(); step++) {
      if (device.share(step) > 0 && !device.takesAll(step)) {
        for (WhyLimit limit : flows.reached(device, step)) {
          needed.add(new Place(limit, step));
        }
      }
    }
  }
}
