package energy.setpoint.simulation.station.state;

import energy.setpoint.simulation.station.tariff.CostDetails;
import energy.setpoint.simulation.station.tariff.CostMeter;
import energy.setpoint.simulation.station.tariff.Usage;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** A charging transaction as its station remembers it. Not thread-safe. */
public final class Transaction {

  private final int evse;
  private final String token;
  private final Optional<Reservation> reservation;
  private final Instant start;
  private Optional<String> id;
  private int nextSequenceNumber;
  private final Usage usage;
  private Optional<CostMeter> costs = Optional.empty();
  private boolean tellsTariff;
  private boolean tellsCosts;
  private OptionalDouble shownCost = OptionalDouble.empty();

  public Transaction(
      int evse,
      String token,
      Optional<Reservation> reservation,
      Instant start,
      Optional<String> id) {
    this.evse = evse;
    this.token = token;
    this.reservation = reservation;
    this.start = start;
    this.id = id;
    this.usage = new Usage(start);
  }

  public int evse() {
    return evse;
  }

  public String token() {
    return token;
  }

  /** The one that it has used up (H01.FR.15). */
  public Optional<Reservation> reservation() {
    return reservation;
  }

  public Instant start() {
    return start;
  }

  /** Empty until the server has given one (1.6). */
  public Optional<String> id() {
    return id;
  }

  public void assign(String given) {
    id = Optional.of(given);
  }

  /** What it costs by the station's own count; empty while no tariff holds for it (2.1, I12). */
  public Optional<CostMeter> costs() {
    return costs;
  }

  /** What it has used. */
  public Usage usage() {
    return usage;
  }

  /** From now on it costs something; the tariff is told with the next event (I07.FR.32). */
  public void bill(CostMeter meter) {
    costs = Optional.of(meter);
    tellsTariff = true;
  }

  /** Whether its end shall be told with what it has cost (I12.FR.01). */
  public void tellCosts(boolean on) {
    tellsCosts = on;
  }

  /** What is told of its costs; empty where the station does not claim to know them. */
  public Optional<CostDetails> costDetails(boolean ended) {
    return costs.filter(c -> tellsCosts).map(c -> c.details(ended));
  }

  /** The id of a tariff that the server was not told of yet; it is told once. */
  public Optional<String> takeTariffToTell() {
    Optional<String> untold = costs.filter(c -> tellsTariff).map(c -> c.tariff().id());
    tellsTariff = false;
    return untold;
  }

  /** The total that the driver sees, in the currency of the server. */
  public OptionalDouble shownCost() {
    return shownCost;
  }

  public void show(double totalCost) {
    shownCost = OptionalDouble.of(totalCost);
  }

  /** Counts the events of this transaction from 0 (E01.FR.07). */
  public int nextSequenceNumber() {
    return nextSequenceNumber++;
  }
}
