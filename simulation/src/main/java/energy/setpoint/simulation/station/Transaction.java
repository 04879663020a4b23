package energy.setpoint.simulation.station;

import java.time.Instant;
import java.util.Optional;

/** A charging transaction as its station remembers it. Not thread-safe. */
public final class Transaction {

  private final int evse;
  private final String token;
  private final Instant start;
  private Optional<String> id;
  private int nextSequenceNumber;

  Transaction(int evse, String token, Instant start, Optional<String> id) {
    this.evse = evse;
    this.token = token;
    this.start = start;
    this.id = id;
  }

  public int evse() {
    return evse;
  }

  public String token() {
    return token;
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

  /** Counts the events of this transaction from 0 (E01.FR.07). */
  public int nextSequenceNumber() {
    return nextSequenceNumber++;
  }
}
