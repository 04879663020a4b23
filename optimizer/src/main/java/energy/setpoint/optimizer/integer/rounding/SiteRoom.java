package energy.setpoint.optimizer.integer.rounding;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.model.Branch;
import energy.setpoint.optimizer.model.Flow;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much more a device may take in each step before a fuse, a transformer, a limit on imbalance
 * or the grid connection is in the way, with everything else where a solution has it; in kilowatts.
 */
final class SiteRoom {

  private static final int PHASES = Phase.values().length;

  private final PlanningModel model;
  private final Map<CircuitId, Place> places = new HashMap<>();
  private final Place connection;
  private final double[] gridKw;

  /**
   * A circuit, or the grid connection.
   *
   * @param onPhase room for each phase and step
   * @param together room for all phases together, for each step
   * @param uneven what a phase may carry more than another, for each pair and step; empty for any
   */
  private record Place(double[][] onPhase, double[] together, double[][] uneven) {}

  private SiteRoom(PlanningModel model) {
    this.model = model;
    int steps = model.steps();
    connection = new Place(new double[0][], new double[steps], new double[0][]);
    gridKw = new double[steps];
  }

  /**
   * Room beside a solution.
   *
   * @param values one for each column of the model
   */
  static SiteRoom of(PlanningModel model, double[] values) {
    SiteRoom room = new SiteRoom(model);
    double credit = model.problem().reliefCredit();
    for (Branch branch : model.network().leavesFirst()) {
      room.places.put(branch.circuit().id(), place(model, branch, values));
    }
    for (int step = 0; step < model.steps(); step++) {
      Flow all = model.network().root().allPhases(step);
      double limit = model.problem().importLimit().watts(step) / 1000;
      room.connection.together()[step] = roomFor(all, credit, limit, values);
      room.gridKw[step] = values[model.gridConnection().power(step).index()];
    }
    return room;
  }

  private static Place place(PlanningModel model, Branch branch, double[] values) {
    int steps = model.steps();
    Circuit circuit = branch.circuit();
    double credit = model.problem().reliefCredit();
    boolean rated = circuit.rating().isPresent();
    boolean balanced = circuit.maxImbalance().isPresent();
    Place place =
        new Place(
            new double[PHASES][steps],
            new double[rated ? steps : 0],
            new double[balanced ? PHASES * PHASES : 0][steps]);
    for (int step = 0; step < steps; step++) {
      for (Phase phase : Phase.values()) {
        double fuse = circuit.fuse().on(phase).at(model.problem().voltage(), 1).kilowatts();
        place.onPhase()[phase.ordinal()][step] =
            roomFor(branch.flow(phase, step), credit, fuse, values);
      }
      if (rated) {
        double rating = circuit.rating().get().kilowatts();
        place.together()[step] = roomFor(branch.allPhases(step), credit, rating, values);
      }
      if (balanced) {
        double most = circuit.maxImbalance().get().at(model.problem().voltage(), 1).kilowatts();
        addUneven(place, branch, step, most, values);
      }
    }
    return place;
  }

  private static void addUneven(
      Place place, Branch branch, int step, double most, double[] values) {
    for (Phase more : Phase.values()) {
      for (Phase less : Phase.values()) {
        double now =
            carried(branch.flow(more, step), values) - carried(branch.flow(less, step), values);
        double idle = idle(branch.flow(more, step), 1) - idle(branch.flow(less, step), 1);
        place.uneven()[more.ordinal() * PHASES + less.ordinal()][step] = Math.max(most, idle) - now;
      }
    }
  }

  private static double carried(Flow flow, double[] values) {
    return flow.net(1).at(values) + flow.fixedKw(1);
  }

  private static double idle(Flow flow, double credit) {
    return flow.taking().idle() - credit * flow.giving().idle() + flow.fixedKw(credit);
  }

  /** What idle devices break already may be used up to there. */
  private static double roomFor(Flow flow, double credit, double limit, double[] values) {
    double allowed = Math.max(limit, idle(flow, credit));
    return allowed - flow.net(credit).at(values) - flow.fixedKw(credit);
  }

  /** The power at the grid connection; positive is import. */
  double gridKw(int step) {
    return gridKw[step];
  }

  /** The most that a device may take more in a step, at least 0. */
  double most(Storage storage, int step) {
    double most = connection.together()[step];
    List<Phase> phases = storage.traits().phases();
    for (Place place : pathOf(storage)) {
      for (Phase phase : phases) {
        most = Math.min(most, place.onPhase()[phase.ordinal()][step] * phases.size());
        for (Phase other : Phase.values()) {
          if (place.uneven().length > 0 && !phases.contains(other)) {
            double gap = place.uneven()[phase.ordinal() * PHASES + other.ordinal()][step];
            most = Math.min(most, gap * phases.size());
          }
        }
      }
      most = place.together().length > 0 ? Math.min(most, place.together()[step]) : most;
    }
    return Math.max(0, most);
  }

  /** A device takes more from now on; less when negative. */
  void take(Storage storage, int step, double kilowatts) {
    List<Phase> phases = storage.traits().phases();
    connection.together()[step] -= kilowatts;
    gridKw[step] += kilowatts;
    for (Place place : pathOf(storage)) {
      for (Phase phase : Phase.values()) {
        double share = phases.contains(phase) ? kilowatts / phases.size() : 0;
        place.onPhase()[phase.ordinal()][step] -= share;
        for (Phase other : Phase.values()) {
          if (place.uneven().length > 0) {
            place.uneven()[phase.ordinal() * PHASES + other.ordinal()][step] -= share;
            place.uneven()[other.ordinal() * PHASES + phase.ordinal()][step] += share;
          }
        }
      }
      if (place.together().length > 0) {
        place.together()[step] -= kilowatts;
      }
    }
  }

  private List<Place> pathOf(Storage storage) {
    List<Place> path = new ArrayList<>();
    for (Circuit circuit : model.problem().circuits().pathToRoot(storage.traits().circuit())) {
      Place place = places.get(circuit.id());
      if (place != null) {
        path.add(place);
      }
    }
    return path;
  }
}
