package energy.setpoint.ocpp.composite.station;

import energy.setpoint.ocpp.composite.profile.RateUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of a station, beside its profiles.
 *
 * @param zone of the clock at the station, for schedules in local time
 * @param rateUnits in which it takes and gives rates; not empty
 * @param supply of the station as a whole, on AC
 * @param rating of the station as a whole; absent when only its EVSEs limit it. It holds for
 *     discharge, too, unless it says otherwise: a fuse knows no direction
 * @param evses at least one
 * @param transactions that are running, and those that ended or start later, as far as known
 * @param offline when the station has been without its CSMS since its profiles were installed
 * @param setpointPriority whose setpoint counts when there are two
 */
public record Station(
    ZoneId zone,
    Set<RateUnit> rateUnits,
    Supply supply,
    Optional<Rating> rating,
    List<StationEvse> evses,
    List<Transaction> transactions,
    List<Offline> offline,
    SetpointPriority setpointPriority) {

  public Station {
    rateUnits = Set.copyOf(rateUnits);
    evses = List.copyOf(evses);
    transactions =
        transactions.stream().sorted(Comparator.comparing(Transaction::started)).toList();
    offline = List.copyOf(offline);
    if (evses.isEmpty() || rateUnits.isEmpty()) {
      throw new IllegalArgumentException("A station has an EVSE and a rate unit.");
    }
    if (evses.stream().map(StationEvse::id).distinct().count() < evses.size()) {
      throw new IllegalArgumentException("Two EVSEs have the same id.");
    }
  }

  /** The EVSE of a number, if there is one. */
  public Optional<StationEvse> findEvse(int id) {
    return evses.stream().filter(evse -> evse.id() == id).findFirst();
  }

  /** The transaction on an EVSE at a moment, if there is one. */
  public Optional<Transaction> findTransaction(int evseId, Instant at) {
    return transactions.stream()
        .filter(t -> t.evseId() == evseId)
        .filter(t -> !at.isBefore(t.started()) && t.ended().filter(e -> !at.isBefore(e)).isEmpty())
        .reduce((earlier, later) -> later);
  }

  /** The transaction of an id, if it is known. */
  public Optional<Transaction> findTransaction(String id) {
    return transactions.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
