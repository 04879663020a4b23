package energy.setpoint.ocpp.gateway.review;

/**
 * Something about the profiles of a station that is not as it should be.
 *
 * @param sentence for people
 */
public record Finding(Kind kind, String sentence) {

  /** What it means for the limits that we count on. */
  public enum Kind {
    /** A profile of ours is not there. */
    MISSING("missing"),
    /** A profile of somebody else goes before one of ours, or adds to it. */
    LIFTS("lifts"),
    /** A profile of somebody else allows less than ours may. */
    LIMITS("limits");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** In metrics. */
    public String label() {
      return label;
    }
  }
}
