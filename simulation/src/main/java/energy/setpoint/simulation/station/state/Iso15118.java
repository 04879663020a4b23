package energy.setpoint.simulation.station.state;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a station and its vehicles speak ISO 15118.
 *
 * @param patience how long energy waits for a profile after the server has accepted the needs; the
 *     vehicle gives up after 60 s (K15.FR.08), and 0 means that energy flows at once
 * @param needsFirst whether the needs are told before the transaction starts
 * @param control who plans the charging of a bidirectional vehicle (2.1, K18 and K19)
 * @param tellsSchedules whether NotifyEVChargingSchedule follows a new profile (K15.FR.10)
 * @param offersDer whether a bidirectional vehicle on AC uses the service AC_BPT_DER, in which its
 *     inverter carries out the DER controls (2.1, R02)
 * @param repeatsAcDc whether the needs of a vehicle that speaks ISO 15118-20 also have what one
 *     that speaks -2 says. K18.FR.06 wants them without; many stations send both, because a
 *     battery's capacity and charge can be told in no other way
 * @param maxScheduleTuples how many periods of a schedule the vehicle takes (K15.FR.07)
 */
public record Iso15118(
    Duration patience,
    boolean needsFirst,
    Control control,
    boolean tellsSchedules,
    boolean offersDer,
    boolean repeatsAcDc,
    OptionalInt maxScheduleTuples) {

  /** ISO 15118-20 control modes. */
  public enum Control {
    /** The vehicle follows a schedule that it has agreed to. */
    SCHEDULED,
    /** The station commands the vehicle at every moment. */
    DYNAMIC
  }

  public static final Iso15118 USUAL =
      new Iso15118(Duration.ZERO, false, Control.DYNAMIC, true, false, true, OptionalInt.empty());

  public Iso15118 {
    if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException(
          "A vehicle waits at most 60 s for a profile, not " + patience + ".");
    }
  }

  public Iso15118 withPatience(Duration other) {
    return new Iso15118(
        other, needsFirst, control, tellsSchedules, offersDer, repeatsAcDc, maxScheduleTuples);
  }

  public Iso15118 withNeedsFirst() {
    return new Iso15118(
        patience, true, control, tellsSchedules, offersDer, repeatsAcDc, maxScheduleTuples);
  }

  public Iso15118 with(Control other) {
    return new Iso15118(
        patience, needsFirst, other, tellsSchedules, offersDer, repeatsAcDc, maxScheduleTuples);
  }

  public Iso15118 withDer() {
    return new Iso15118(
        patience, needsFirst, control, tellsSchedules, true, repeatsAcDc, maxScheduleTuples);
  }

  /** With the parameters of ISO 15118-20 alone where that is spoken, as K18.FR.06 says. */
  public Iso15118 withV2xAlone() {
    return new Iso15118(
        patience, needsFirst, control, tellsSchedules, offersDer, false, maxScheduleTuples);
  }

  public Iso15118 withMaxScheduleTuples(int most) {
    return new Iso15118(
        patience,
        needsFirst,
        control,
        tellsSchedules,
        offersDer,
        repeatsAcDc,
        OptionalInt.of(most));
  }
}
