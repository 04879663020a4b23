package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Flow.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A circuit with everything that it feeds. Phases that every device loads alike are kept as one
 * group, and have their columns once.
 */
public final class Branch {

  private static final int PHASES = Phase.values().length;

  private final PlanningModel model;
  private final Circuit circuit;
  private final List<Storage> storages = new ArrayList<>();
  private final List<SolarColumns> solar = new ArrayList<>();
  private final List<Branch> children = new ArrayList<>();
  private final double[][] loadKw;
  private final double[][] sunKw;
  private final int[] groupOf = new int[PHASES];
  private int groups;
  private Part[][] taking = new Part[0][];
  private Part[][] giving = new Part[0][];

  Branch(PlanningModel model, Circuit circuit) {
    this.model = model;
    this.circuit = circuit;
    loadKw = new double[PHASES][model.steps()];
    sunKw = new double[PHASES][model.steps()];
  }

  void addChild(Branch child) {
    children.add(child);
  }

  void addStorage(Storage storage) {
    storages.add(storage);
  }

  void addSolar(SolarColumns columns) {
    solar.add(columns);
  }

  void addLoad(UncontrolledLoad load) {
    for (Phase phase : Phase.values()) {
      for (int step = 0; step < model.steps(); step++) {
        loadKw[phase.ordinal()][step] += load.on(phase).watts(step) / 1000;
      }
    }
  }

  /** Groups the phases and sums up what is fixed, once everything is known below. */
  void settle() {
    for (Phase phase : Phase.values()) {
      groupOf[phase.ordinal()] = groups;
      for (Phase earlier : Phase.values()) {
        if (earlier.ordinal() < phase.ordinal() && alike(phase, earlier)) {
          groupOf[phase.ordinal()] = groupOf[earlier.ordinal()];
          break;
        }
      }
      groups = Math.max(groups, groupOf[phase.ordinal()] + 1);
    }
    for (Branch child : children) {
      addAll(loadKw, child.loadKw);
      addAll(sunKw, child.sunKw);
    }
    for (SolarColumns columns : solar) {
      for (int step = 0; step < model.steps() && columns.columns().length == 0; step++) {
        for (double[] ofPhase : sunKw) {
          ofPhase[step] += columns.forecastKw(step) / PHASES;
        }
      }
    }
    taking = new Part[groups][model.steps()];
    giving = new Part[groups][model.steps()];
    for (int group = 0; group < groups; group++) {
      Arrays.fill(taking[group], Part.NOTHING);
      Arrays.fill(giving[group], Part.NOTHING);
    }
  }

  private boolean alike(Phase one, Phase other) {
    return storages.stream().allMatch(s -> s.shareOf(one) == s.shareOf(other))
        && children.stream().allMatch(c -> c.group(one) == c.group(other));
  }

  private static void addAll(double[][] sums, double[][] more) {
    for (int i = 0; i < sums.length; i++) {
      for (int step = 0; step < sums[i].length; step++) {
        sums[i][step] += more[i][step];
      }
    }
  }

  public Circuit circuit() {
    return circuit;
  }

  /** Which group a phase belongs to, from 0. */
  public int group(Phase phase) {
    return groupOf[phase.ordinal()];
  }

  /** The number of groups, 1 to 3. */
  public int groups() {
    return groups;
  }

  /** The phases of a group. */
  public List<Phase> phases(int group) {
    return Arrays.stream(Phase.values()).filter(phase -> group(phase) == group).toList();
  }

  public Flow flow(Phase phase, int step) {
    int group = group(phase);
    return new Flow(
        taking[group][step],
        giving[group][step],
        loadKw[phase.ordinal()][step],
        sunKw[phase.ordinal()][step]);
  }

  /** All phases together; a column may occur more than once. */
  public Flow allPhases(int step) {
    Flow all = Flow.NOTHING;
    for (Phase phase : Phase.values()) {
      all = all.and(flow(phase, step));
    }
    return all;
  }

  /** Sums up what flows in a step, from devices and from circuits below that are summed up. */
  public void sumUp(int step) {
    for (int group = 0; group < groups; group++) {
      Phase phase = phases(group).getFirst();
      Sum takes = new Sum();
      Sum gives = new Sum();
      for (Storage storage : storages) {
        double share = storage.isThere(step) ? storage.shareOf(phase) : 0;
        if (share > 0) {
          takes.add(storage.charge(step), share, 0);
          if (storage.twoWay()) {
            gives.add(storage.discharge(step), share, 0);
          }
        }
      }
      for (SolarColumns columns : solar) {
        if (columns.columns().length > 0) {
          gives.add(columns.columns()[step], 1.0 / PHASES, 0);
        }
      }
      for (Branch child : children) {
        Flow flow = child.flow(phase, step);
        takes.add(flow.taking());
        gives.add(flow.giving());
      }
      taking[group][step] = takes.toPart();
      giving[group][step] = gives.toPart();
    }
  }

  /** From now on what a group takes and gives in a step is one column each. */
  public void condense(int group, int step) {
    String of = circuit.id() + " " + phases(group).getFirst();
    taking[group][step] = condensed("taking", of, step, taking[group][step]);
    giving[group][step] = condensed("giving", of, step, giving[group][step]);
  }

  private Part condensed(String what, String of, int step, Part part) {
    if (part.terms().size() < 2) {
      return part;
    }
    LinearModel linear = model.linear();
    Variable column = linear.variable(what, of, step, Math.max(0, part.least()), part.most());
    linear.equal(what + " of " + of, step, part.terms().plus(column, -1), 0);
    return new Part(Terms.of(column, 1), part.least(), part.idle(), part.most());
  }

  /** A part being summed up. */
  private final class Sum {

    private final Terms terms = new Terms();
    private double least;
    private double idle;
    private double most;

    void add(Variable column, double factor, double idleKw) {
      double lower = model.linear().lower(column);
      double upper = model.linear().upper(column);
      if (upper > 0) {
        terms.plus(column, factor);
        least += factor * lower;
        most += factor * upper;
        idle += Math.clamp(idleKw, factor * lower, factor * upper);
      }
    }

    void add(Part part) {
      terms.plus(part.terms(), 1);
      least += part.least();
      idle += part.idle();
      most += part.most();
    }

    Part toPart() {
      return terms.isEmpty() ? Part.NOTHING : new Part(terms, least, idle, most);
    }
  }
}
