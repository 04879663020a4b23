package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What flows through each circuit in each step. A circuit is told to its parent as a sum of
 * devices, or, once a limit of its own needs it, as a single column; so a device stands in one row
 * for its circuit, however deep the tree is. That is what keeps large programs fast.
 */
public final class Network {

  private final PlanningModel model;
  private final Map<CircuitId, Branch> branches = new HashMap<>();
  private final List<Branch> leavesFirst = new ArrayList<>();

  Network(PlanningModel model) {
    this.model = model;
    List<Circuit> circuits = new ArrayList<>(model.problem().circuits().all());
    circuits.sort((a, b) -> Integer.compare(depth(b), depth(a)));
    for (Circuit circuit : circuits) {
      Branch branch = new Branch(model, circuit);
      branches.put(circuit.id(), branch);
      leavesFirst.add(branch);
    }
    for (Branch branch : leavesFirst) {
      branch.circuit().parent().map(branches::get).ifPresent(parent -> parent.addChild(branch));
    }
    model.storages().forEach(s -> branch(s.traits().circuit()).addStorage(s));
    model.solar().forEach(s -> branch(s.forecast().circuit()).addSolar(s));
    for (UncontrolledLoad load : model.problem().loads()) {
      branch(load.circuit()).addLoad(load);
    }
    leavesFirst.forEach(Branch::settle);
  }

  private int depth(Circuit circuit) {
    return model.problem().circuits().pathToRoot(circuit.id()).size();
  }

  private Branch branch(CircuitId id) {
    Branch branch = branches.get(id);
    if (branch == null) {
      throw new IllegalArgumentException("There is no circuit " + id + ".");
    }
    return branch;
  }

  /** Every circuit after all those that it feeds. */
  public List<Branch> leavesFirst() {
    return leavesFirst;
  }

  /** The circuit at the grid connection. */
  public Branch root() {
    return leavesFirst.getLast();
  }

  /** What a phase of a circuit carries. */
  public Flow flow(CircuitId circuit, Phase phase, int step) {
    return branch(circuit).flow(phase, step);
  }
}
