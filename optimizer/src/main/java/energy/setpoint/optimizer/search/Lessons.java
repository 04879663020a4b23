package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.optimizer.model.BatteryColumns;
import energy.setpoint.optimizer.model.Direction;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Storage;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads from a draft what a linear program got wrong because it cannot say "either … or", and turns
 * it into rulings for the next attempt. Maths: {@code docs/optimizer/rulings.md}.
 */
final class Lessons {

  /** Kilowatts that would be lost in an hour; less is rounding. */
  private static final double NOISE_KW = 1e-5;

  private static final double NOISE_WATT_HOURS = 0.1;

  private Lessons() {}

  /**
   * The rulings of the draft's model and what the draft teaches; equal when it is sound. A storage
   * that reached its window in a draft that was not sound may not be able to once it is: then what
   * was learned about that is forgotten, so that no ruling ever makes a model infeasible.
   */
  static Rulings from(Draft draft) {
    Rulings before = draft.model().rulings();
    Rulings stricter =
        before.withBarred(bothWaysAtOnce(draft)).withChargeOnly(fedBackBelowMinimum(draft));
    return stricter.equals(before)
        ? before.withInsideFrom(returned(draft)).withExporting(exporting(draft))
        : stricter.withoutInsideFrom();
  }

  /**
   * Rulings that leave nothing open, so that whatever follows from them is sound: every storage has
   * one direction in each step, nothing that began outside its window ever counts as inside, and no
   * vehicle that came below its minimum feeds back.
   */
  static Rulings strictest(Draft draft) {
    Rulings before = draft.model().rulings();
    Set<Rulings.Barred> barred = new HashSet<>();
    Set<String> chargeOnly = new HashSet<>();
    for (Storage storage : draft.model().storages()) {
      for (int step = storage.first(); step < storage.end() && storage.twoWay(); step++) {
        if (!isBarred(before, storage, step)) {
          barred.add(barred(draft, storage, step));
        }
      }
    }
    for (VehicleColumns vehicle : draft.model().vehicles()) {
      if (vehicle.demand().stored().compareTo(vehicle.demand().minimumAtDeparture()) < 0) {
        chargeOnly.add(vehicle.storage().name());
      }
    }
    return before.withBarred(barred).withChargeOnly(chargeOnly).withoutInsideFrom();
  }

  private static boolean isBarred(Rulings rulings, Storage storage, int step) {
    return !rulings.allows(storage.name(), step, Direction.CHARGE)
        || !rulings.allows(storage.name(), step, Direction.DISCHARGE);
  }

  /** Whether a draft of a relaxed model does nothing that a plan may not do. */
  static boolean isSound(Draft draft) {
    return bothWaysAtOnce(draft).isEmpty() && fedBackBelowMinimum(draft).isEmpty();
  }

  /**
   * The sides of zero on which a draft lies where export is dearer, and the directions it takes.
   */
  static Rulings first(Draft draft) {
    return Rulings.NONE.withExporting(exporting(draft)).withBarred(bothWaysAtOnce(draft));
  }

  /**
   * Steps in which export is dearer than import, priced by where a plan's grid power lies.
   *
   * @param gridWatts of each step
   */
  static Set<Integer> exportingWhereDearer(PlanningProblem problem, IntToDoubleFunction gridWatts) {
    Set<Integer> steps = new HashSet<>();
    for (int step = 0; step < problem.grid().size(); step++) {
      double buy = problem.importPrice(step).perKilowattHour();
      double sell = problem.exportPrice(step).perKilowattHour();
      if (buy < sell && gridWatts.applyAsDouble(step) < 0) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static Set<Integer> exporting(Draft draft) {
    return exportingWhereDearer(draft.model().problem(), draft::gridKw);
  }

  private static Set<Rulings.Barred> bothWaysAtOnce(Draft draft) {
    Set<Rulings.Barred> barred = new HashSet<>();
    for (Storage storage : draft.model().storages()) {
      if (!storage.twoWay()) {
        continue;
      }
      double roundTrip =
          storage.traits().chargeEfficiency() * storage.traits().dischargeEfficiency();
      for (int step = 0; step < draft.model().grid().size(); step++) {
        double charge = draft.chargeKw(storage, step);
        double discharge = draft.dischargeKw(storage, step);
        if (Math.min(charge, discharge) * (1 - roundTrip) > NOISE_KW) {
          barred.add(barred(draft, storage, step));
        }
      }
    }
    return barred;
  }

  /** Closes the direction that does not change the energy inside the way the draft does. */
  private static Rulings.Barred barred(Draft draft, Storage storage, int step) {
    double roundTrip = storage.traits().chargeEfficiency() * storage.traits().dischargeEfficiency();
    boolean fills = draft.chargeKw(storage, step) * roundTrip >= draft.dischargeKw(storage, step);
    return new Rulings.Barred(storage.name(), step, fills ? Direction.DISCHARGE : Direction.CHARGE);
  }

  private static Set<String> fedBackBelowMinimum(Draft draft) {
    Set<String> vehicles = new HashSet<>();
    for (VehicleColumns vehicle : draft.model().vehicles()) {
      Storage storage = vehicle.storage();
      VehicleDemand demand = vehicle.demand();
      if (!storage.twoWay()) {
        continue;
      }
      double end = StoredEnergy.of(demand, draft.power(storage)).atEndWattHours();
      boolean feedsBack =
          IntStream.range(0, draft.model().grid().size())
              .anyMatch(step -> draft.dischargeKw(storage, step) > NOISE_KW);
      if (feedsBack && end < demand.minimumAtDeparture().wattHours() - NOISE_WATT_HOURS) {
        vehicles.add(storage.name());
      }
    }
    return vehicles;
  }

  private static Map<String, Integer> returned(Draft draft) {
    Map<String, Integer> insideFrom = new HashMap<>();
    for (Window window : windows(draft.model())) {
      Storage storage = window.storage();
      if (!window.contains(storage.traits().storedKwh())) {
        IntStream.range(storage.first(), storage.end())
            .filter(step -> window.contains(draft.values()[storage.stored(step).index()]))
            .findFirst()
            .ifPresent(step -> insideFrom.put(storage.name(), step + 1));
      }
    }
    return insideFrom;
  }

  /** The storages that begin outside their window. */
  static Stream<String> outside(PlanningModel model) {
    return windows(model).stream()
        .filter(window -> !window.contains(window.storage().traits().storedKwh()))
        .map(window -> window.storage().name());
  }

  /** Where the energy inside a storage that can give belongs, in kilowatt-hours. */
  private record Window(Storage storage, double lowestKwh, double highestKwh) {

    boolean contains(double kilowattHours) {
      return kilowattHours >= lowestKwh - 1e-6 && kilowattHours <= highestKwh + 1e-6;
    }
  }

  private static List<Window> windows(PlanningModel model) {
    List<Window> windows = new ArrayList<>();
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.storage().twoWay()) {
        double floor = vehicle.demand().floor().kilowattHours();
        windows.add(new Window(vehicle.storage(), floor, Double.POSITIVE_INFINITY));
      }
    }
    for (BatteryColumns battery : model.batteries()) {
      double lowest = battery.asset().lowest().kilowattHours();
      double highest = battery.asset().highest().kilowattHours();
      windows.add(new Window(battery.storage(), lowest, highest));
    }
    return windows;
  }
}
