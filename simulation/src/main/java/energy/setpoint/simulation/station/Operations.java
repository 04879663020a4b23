package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the engine may have a station do. Not thread-safe. */
public final class Operations {

  /** What became of something that may have to wait for the end of a transaction. */
  public enum Outcome {
    DONE,
    SCHEDULED,
    REFUSED
  }

  /** What became of a wish to unlock a connector. */
  public enum Unlocking {
    UNLOCKED,
    IN_TRANSACTION,
    UNKNOWN_CONNECTOR
  }

  private static final List<String> TRIGGERS =
      List.of(
          "BootNotification",
          "Heartbeat",
          "StatusNotification",
          "MeterValues",
          "TransactionEvent",
          "FirmwareStatusNotification",
          "LogStatusNotification",
          "DiagnosticsStatusNotification");

  private final Collection<EvseUnit> units;
  private final Life life;
  private final ProfileDesk profiles;
  private final Supplier<Boolean> inQueue;

  Operations(
      Collection<EvseUnit> units, Life life, ProfileDesk profiles, Supplier<Boolean> inQueue) {
    this.units = units;
    this.life = life;
    this.profiles = profiles;
    this.inQueue = inQueue;
  }

  /** What everybody can see of the EVSEs. */
  public List<EvseSnapshot> evses() {
    return units.stream().map(EvseUnit::snapshot).toList();
  }

  /** What the EVSEs are made for. */
  public List<Evse> ratings() {
    return units.stream().map(u -> u.physics().evse()).toList();
  }

  /**
   * @throws IllegalArgumentException when there is no such EVSE
   */
  public Evse rating(int evse) {
    return ratings().stream()
        .filter(e -> e.ref().number() == evse)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no EVSE " + evse + "."));
  }

  /** Between phase and neutral. */
  public Voltage voltage() {
    return units.iterator().next().physics().voltage();
  }

  public boolean hasEvse(int evse) {
    return units.stream().anyMatch(u -> u.number() == evse);
  }

  /** The transactions that are going on. */
  public List<Transaction> transactions() {
    return units.stream().map(EvseUnit::transaction).flatMap(Optional::stream).toList();
  }

  public Optional<Transaction> findTransaction(String id) {
    return transactions().stream().filter(tx -> tx.id().equals(Optional.of(id))).findFirst();
  }

  /** True while messages of transactions wait to be sent. */
  public boolean hasMessagesInQueue() {
    return inQueue.get();
  }

  /**
   * Lets the vehicle that waits at an EVSE, or at any, start under a token.
   *
   * @param profile a TxProfile for it (K05)
   */
  public Verdict startRemotely(OptionalInt evse, String token, Optional<ChargingProfile> profile) {
    Optional<EvseUnit> waiting =
        units.stream()
            .filter(u -> evse.isEmpty() || u.number() == evse.getAsInt())
            .filter(EvseUnit::awaitsToken)
            .findFirst();
    if (waiting.isEmpty()) {
      return new Verdict.Refused("InvalidState", "No vehicle waits for a token");
    }
    if (profile.isPresent()) {
      Verdict verdict = profiles.rehearse(profile.get(), waiting.get().number());
      if (verdict instanceof Verdict.Refused) {
        return verdict;
      }
    }
    waiting.get().offerToken(token, profile);
    return new Verdict.Installed();
  }

  /** True when there is such a transaction. */
  public boolean stopRemotely(String transactionId) {
    Optional<EvseUnit> unit = units.stream().filter(u -> u.runs(transactionId)).findFirst();
    unit.ifPresent(u -> u.end(EndReason.REMOTE));
    return unit.isPresent();
  }

  /** Ends the transaction at an EVSE, if there is one. */
  public void endAt(int evse) {
    units.stream().filter(u -> u.number() == evse).forEach(u -> u.end(EndReason.REMOTE));
  }

  /** Sends a message about a transaction that must reach the engine. */
  public void tell(String transactionId, Function<Transaction, Call> message) {
    findTransaction(transactionId).ifPresent(tx -> life.tell(() -> message.apply(tx)));
  }

  /** The station agrees anew with the vehicle what it may transfer (Q02.FR.06, Q02.FR.07). */
  public boolean renegotiate(String transactionId) {
    Optional<EvseUnit> unit = units.stream().filter(u -> u.runs(transactionId)).findFirst();
    unit.ifPresent(EvseUnit::repeatNeeds);
    return unit.isPresent();
  }

  /** True when the message is one that this station can send at any time. */
  public boolean trigger(String message) {
    boolean known = TRIGGERS.contains(message);
    if (known) {
      life.ask(() -> life.say(message));
    }
    return known;
  }

  /** Restarts soon, or when nobody charges any more. */
  public Outcome reset(boolean onIdle) {
    boolean busy = !transactions().isEmpty();
    life.rebootWhen(onIdle);
    return onIdle && busy ? Outcome.SCHEDULED : Outcome.DONE;
  }

  /**
   * Takes EVSEs out of operation, or back into it.
   *
   * @param evse empty for all
   */
  public Outcome changeAvailability(OptionalInt evse, boolean operative) {
    List<EvseUnit> asked =
        units.stream().filter(u -> evse.isEmpty() || u.number() == evse.getAsInt()).toList();
    if (asked.isEmpty()) {
      return Outcome.REFUSED;
    }
    boolean busy = !operative && asked.stream().anyMatch(u -> u.transaction().isPresent());
    asked.forEach(u -> life.ask(() -> u.operate(operative)));
    return busy ? Outcome.SCHEDULED : Outcome.DONE;
  }

  public Unlocking unlock(int evse) {
    return units.stream()
        .filter(u -> u.number() == evse)
        .findFirst()
        .map(u -> u.transaction().isPresent() ? Unlocking.IN_TRANSACTION : Unlocking.UNLOCKED)
        .orElse(Unlocking.UNKNOWN_CONNECTOR);
  }

  /**
   * Keeps a free EVSE, or any, for a token.
   *
   * @return the EVSE's state, AVAILABLE when it is reserved now; empty when there is none
   */
  public Optional<ConnectorState> reserve(OptionalInt evse, String token) {
    List<EvseUnit> asked =
        units.stream().filter(u -> evse.isEmpty() || u.number() == evse.getAsInt()).toList();
    Optional<EvseUnit> free =
        asked.stream().filter(u -> u.state() == ConnectorState.AVAILABLE).findFirst();
    free.ifPresent(u -> u.reserve(Optional.of(token)));
    return free.map(u -> ConnectorState.AVAILABLE)
        .or(() -> asked.stream().findFirst().map(EvseUnit::state));
  }

  /** Nobody has to come any more. */
  public void release(String token) {
    units.forEach(u -> u.releaseFor(token));
  }

  public void heartbeatEvery(Duration interval) {
    life.heartbeatEvery(interval);
  }

  /** Clock-aligned meter values come so often from now on; 0 for never. */
  public void meterEvery(Duration interval) {
    life.meterEvery(interval);
  }

  public Duration meterPeriod() {
    return life.meterPeriod();
  }
}
