package energy.setpoint.simulation.station;

import java.time.Duration;

/**
 * How a station speaks with vehicles over ISO 15118.
 *
 * @param patience how long energy waits for a profile after the server has accepted the needs; the
 *     vehicle gives up after 60 s (K15.FR.08), and 0 means that energy flows at once
 * @param needsFirst whether the needs are told before the transaction starts
 * @param control who plans the charging of a bidirectional vehicle (2.1, K18 and K19)
 * @param tellsSchedules whether NotifyEVChargingSchedule follows a new profile (K15.FR.10)
 */
public record Iso15118(
    Duration patience, boolean needsFirst, Control control, boolean tellsSchedules) {

  /** ISO 15118-20 control modes. */
  public enum Control {
    /** The vehicle follows a schedule that it has agreed to. */
    SCHEDULED,
    /** The station commands the vehicle at every moment. */
    DYNAMIC
  }

  public static final Iso15118 USUAL = new Iso15118(Duration.ZERO, false, Control.DYNAMIC, true);

  public Iso15118 {
    if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException(
          "A vehicle waits at most 60 s for a profile, not " + patience + ".");
    }
  }

  public Iso15118 withPatience(Duration other) {
    return new Iso15118(other, needsFirst, control, tellsSchedules);
  }

  public Iso15118 withNeedsFirst() {
    return new Iso15118(patience, true, control, tellsSchedules);
  }

  public Iso15118 with(Control other) {
    return new Iso15118(patience, needsFirst, other, tellsSchedules);
  }
}
