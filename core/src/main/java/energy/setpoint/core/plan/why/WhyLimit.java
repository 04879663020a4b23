package energy.setpoint.core.plan.why;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;

/** Something that bounds the power of several devices together. */
public sealed interface WhyLimit {

  /** For people, without an article: "fuse L1 of circuit west". */
  String words();

  /**
   * The fuse of a circuit.
   *
   * @param feedingBack whether it limits what flows towards the grid
   */
  record Fuse(CircuitId circuit, Phase phase, boolean feedingBack) implements WhyLimit {

    @Override
    public String words() {
      return "fuse " + phase + " of circuit " + circuit + (feedingBack ? " (feeding back)" : "");
    }
  }

  /** The transformer that feeds a circuit. */
  record Transformer(CircuitId circuit, boolean feedingBack) implements WhyLimit {

    @Override
    public String words() {
      return "transformer of circuit " + circuit + (feedingBack ? " (feeding back)" : "");
    }
  }

  /** How much more one phase of a circuit may carry than another. */
  record Imbalance(CircuitId circuit, Phase more, Phase less) implements WhyLimit {

    @Override
    public String words() {
      return more + " above " + less + " on circuit " + circuit;
    }
  }

  /** What the grid connection allows. */
  record Connection(boolean feedingBack) implements WhyLimit {

    @Override
    public String words() {
      return feedingBack ? "the export limit" : "the import limit";
    }
  }

  /**
   * What a grid event wants.
   *
   * @param cap whether it wants no more than a power; else no less
   */
  record Event(String id, boolean cap) implements WhyLimit {

    @Override
    public String words() {
      return (cap ? "cap of " : "minimum of ") + id;
    }
  }

  /** The price of a peak. It stops nothing, but makes import dearer. */
  record Peak(String name) implements WhyLimit {

    @Override
    public String words() {
      return name.equals("peak") ? "the peak" : "peak " + name;
    }
  }
}
