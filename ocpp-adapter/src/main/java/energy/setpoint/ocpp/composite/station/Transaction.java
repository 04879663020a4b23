package energy.setpoint.ocpp.composite.station;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transaction, running or ended.
 *
 * @param id as its profiles name it; in 1.6 the number as text
 * @param evseId where it is, 1 or more
 * @param started when it started
 * @param powerPathClosed when the EVSE was ready to deliver energy; absent when that is not known,
 *     and then it is the start
 * @param ended when it ended, or will; absent while nobody knows
 * @param soc state of charge of the vehicle in percent; absent when it is not known
 * @param priorityCharging true while the transaction has priority (2.1 K21, K22)
 * @param selectedScheduleId of the schedule that the vehicle chose; absent before it did
 * @param delays by profile id, the seconds by which each period of its schedule begins later, as
 *     the station drew them when the transaction started (2.1 K01.FR.93)
 */
public record Transaction(
    String id,
    int evseId,
    Instant started,
    Optional<Instant> powerPathClosed,
    Optional<Instant> ended,
    Optional<Integer> soc,
    boolean priorityCharging,
    Optional<Integer> selectedScheduleId,
    Map<Integer, List<Integer>> delays) {

  public Transaction {
    if (evseId < 1) {
      throw new IllegalArgumentException("A transaction is on an EVSE, not on " + evseId + ".");
    }
    if (ended.filter(end -> end.isBefore(started)).isPresent()) {
      throw new IllegalArgumentException("Transaction " + id + " ends before it starts.");
    }
    delays = Map.copyOf(delays);
  }

  /** One of which nothing more is known. */
  public static Transaction of(String id, int evseId, Instant started) {
    return new Transaction(
        id,
        evseId,
        started,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Map.of());
  }
}
