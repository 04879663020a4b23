package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.vehicle.ReactionTimes;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.port.BatteryGateway;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentLog;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Sends what was decided and enters the answers into the ledgers. Confined to the engine's loop.
 */
public final class Dispatcher {

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

  private final Site site;
  private final ReactionTimes reactions;
  private final Reconciler ledgers;
  private final ChargerGateway chargers;
  private final BatteryGateway batteries;
  private final IntentLog log;
  private final ControlCounters counters;
  private final SendGate gate;
  private final LeaseIntents intents;
  private final InstantSource clock;
  private final Executor loop;

  /**
   * @param reactions for how long what was in force before still counts
   * @param books in which manner limits are sent
   * @param gate told what is on the way
   * @param loop takes the answers of devices back into the loop
   */
  public Dispatcher(
      Site site,
      ReactionTimes reactions,
      Reconciler ledgers,
      Ports ports,
      ControlCounters counters,
      Books books,
      SendGate gate,
      InstantSource clock,
      Executor loop) {
    this.site = site;
    this.reactions = reactions;
    this.ledgers = ledgers;
    this.chargers = ports.chargers();
    this.batteries = ports.batteries();
    this.log = ports.intents();
    this.counters = counters;
    this.gate = gate;
    this.intents =
        new LeaseIntents(site.voltage(), ports.chargers(), books.orders(), books.phases());
    this.clock = clock;
    this.loop = loop;
  }

  /** Sends an allowance to an EVSE; the answer arrives in the loop. */
  void send(Evse evse, ChargingSession session, DeviceLedger.Lease lease, String reason) {
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    EvseIntent intent = intents.of(evse, session, ledger, lease, clock.instant());
    ledger.sending(lease);
    LOG.log(
        System.Logger.Level.DEBUG,
        "{0}: {1} A until {2} ({3})",
        evse.ref(),
        lease.allowance().signed().amps(),
        lease.until(),
        reason);
    send(
        intent,
        reason,
        outcome -> {
          intents.answered(intent, outcome);
          enter(evse, ledger, lease, outcome);
        });
  }

  private void enter(
      Evse evse, DeviceLedger ledger, DeviceLedger.Lease lease, IntentOutcome outcome) {
    Instant now = clock.instant();
    switch (outcome) {
      case IntentOutcome.Accepted it -> {
        reactions.confirmed(evse.ref(), lease.allowance().draw(), now);
        ledger.accepted(lease, now, reactions.settleTime(evse.ref()));
        it.mayDraw().ifPresent(draw -> ledger.tolerate(draw.min(evse.maximum()), lease.until()));
      }
      case IntentOutcome.Refused it -> ledger.refused(lease, it.reason(), now);
      case IntentOutcome.NotSent it -> ledger.refused(lease, it.reason(), now);
      case IntentOutcome.Unanswered it -> ledger.unanswered(it.reason(), now);
    }
  }

  /** Installs a station's fallback; the answer arrives in the loop. */
  void sendFallback(Station station, Consumer<IntentOutcome> then) {
    int phases = station.evses().stream().mapToInt(Evse::phases).max().orElse(3);
    Ceiling ceiling = new Ceiling(station.fallback(), phases, site.voltage());
    send(new SetFallback(station.id(), ceiling), "holds when the engine is gone", then);
  }

  /**
   * Takes back what was in force at an EVSE whose transaction is over.
   *
   * @param otherwise what to do when the station does not confirm
   */
  public void release(EvseRef evse, Runnable otherwise) {
    send(
        new Release(evse),
        "the transaction is over",
        outcome -> {
          if (!(outcome instanceof IntentOutcome.Accepted)) {
            otherwise.run();
          }
        });
  }

  /** Ends a transaction; whether it did shows when the station reports its end. */
  public void stop(StopTransaction intent, String why) {
    send(intent, why, _ -> {});
  }

  /**
   * Sends what somebody ordered beside the limits; the answer arrives in the loop.
   *
   * @param then told what became of it
   */
  public void order(ChargingIntent intent, Consumer<IntentOutcome> then) {
    send(intent, "ordered by an operator", then);
  }

  private void send(ChargingIntent intent, String why, Consumer<IntentOutcome> then) {
    UUID id = UUID.randomUUID();
    gate.left();
    sendAndLog(id, intent, why)
        .whenCompleteAsync(
            (outcome, failure) -> {
              IntentOutcome known =
                  failure == null
                      ? outcome
                      : new IntentOutcome.Unanswered(List.of(), failure.toString());
              gate.answered();
              counters.count(known);
              if (!(known instanceof IntentOutcome.Accepted)) {
                LOG.log(System.Logger.Level.WARNING, "{0} was not accepted: {1}", intent, known);
              }
              log.answered(id, known, clock.instant());
              then.accept(known);
            },
            loop);
  }

  /** A fault of a store or an adapter counts as no answer, so that the next look tries again. */
  private CompletionStage<IntentOutcome> sendAndLog(UUID id, ChargingIntent intent, String why) {
    try {
      log.sending(id, intent, why, clock.instant());
      return chargers.send(intent);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Sends a setpoint to a battery; the answer arrives in the loop. */
  void send(DeviceId battery, DeviceLedger.Lease lease) {
    DeviceLedger ledger = ledgers.ledger(battery);
    ledger.sending(lease);
    Power power = lease.allowance().signed().at(site.voltage(), 3);
    batteries
        .follow(battery, power, new Interval(clock.instant(), lease.until()))
        .whenCompleteAsync(
            (outcome, failure) -> {
              if (failure == null && outcome instanceof CommandOutcome.Applied) {
                ledger.accepted(lease, clock.instant(), reactions.usual());
              } else {
                LOG.log(
                    System.Logger.Level.WARNING,
                    "Battery {0} did not take {1}: {2}",
                    battery,
                    power,
                    failure == null ? outcome : failure);
                ledger.unanswered("did not take its setpoint", clock.instant());
              }
            },
            loop);
  }
}
