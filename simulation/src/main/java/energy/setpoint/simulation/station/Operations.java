package energy.setpoint.simulation.station;

import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.Verdict;
import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.state.BootReason;
import energy.setpoint.simulation.station.state.EndReason;
import energy.setpoint.simulation.station.state.Transaction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the engine may have a station do. Not thread-safe. */
public final class Operations {

  /** What became of something that may have to wait for the end of a transaction. */
  public enum Outcome {
    DONE,
    SCHEDULED,
    REFUSED
  }

  /** Writes an event of a transaction at once, so that events are numbered as they happen. */
  @FunctionalInterface
  public interface EventOf {

    Call of(Transaction transaction, boolean offline);
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
  private final Announcements announcements;
  private final Supplier<Boolean> inQueue;

  Operations(
      Collection<EvseUnit> units,
      Life life,
      ProfileDesk profiles,
      Announcements announcements,
      Supplier<Boolean> inQueue) {
    this.units = units;
    this.life = life;
    this.profiles = profiles;
    this.announcements = announcements;
    this.inQueue = inQueue;
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
            .filter(u -> u.transaction().isEmpty() && u.occupancy().awaits(token))
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
    Optional<EvseUnit> unit =
        units.stream().filter(u -> u.session().runs(transactionId)).findFirst();
    unit.ifPresent(u -> u.end(EndReason.REMOTE));
    return unit.isPresent();
  }

  /** Ends the transaction at an EVSE, if there is one. */
  public void endAt(int evse) {
    units.stream().filter(u -> u.number() == evse).forEach(u -> u.end(EndReason.REMOTE));
  }

  /** Sends a message about a transaction that must reach the engine. */
  public void tell(String transactionId, EventOf message) {
    findTransaction(transactionId)
        .map(tx -> message.of(tx, !life.isOnline()))
        .ifPresent(call -> life.tell(() -> call));
  }

  /**
   * The station agrees anew with the vehicle what it may transfer (Q02.FR.06, Q02.FR.07).
   *
   * @param bothWays whether energy may be fed back, by the supply of the EVSE
   */
  public boolean allowTransfer(String transactionId, Predicate<Supply> bothWays) {
    Optional<EvseUnit> unit =
        units.stream().filter(u -> u.session().runs(transactionId)).findFirst();
    unit.ifPresent(u -> u.talk().allowFeedIn(bothWays.test(u.physics().evse().supply())));
    return unit.isPresent();
  }

  /** True when the message is one that this station can send at any time. */
  public boolean trigger(String message) {
    boolean known = TRIGGERS.contains(message);
    if (known) {
      life.ask(() -> announcements.say(message));
    }
    return known;
  }

  /** Restarts soon, or when nobody charges any more. */
  public Outcome reset(boolean onIdle) {
    boolean busy = !transactions().isEmpty();
    life.rebootWhen(onIdle, BootReason.REMOTE_RESET);
    return onIdle && busy ? Outcome.SCHEDULED : Outcome.DONE;
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
