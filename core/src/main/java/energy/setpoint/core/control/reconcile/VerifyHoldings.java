package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.port.ScheduleQuestion;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Asks stations what they really hold, and enters the answers into the ledgers. Only where a
 * vehicle is charging: without a transaction a composite schedule says what each version pleases,
 * and while an EVSE acts by itself it says nothing that could be compared. Confined to the engine's
 * loop.
 */
public final class VerifyHoldings {

  private static final System.Logger LOG = System.getLogger(VerifyHoldings.class.getName());

  /** Far enough to see what is in force now; the rest of the lease is asked about later. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** By more than this a station's clock is too wrong to say that its answer is of now. */
  private static final Duration MOST_CLOCK_ERROR = Duration.ofMinutes(2);

  private final Site site;
  private final SessionBook sessions;
  private final OrderBook orders;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final ChargerGateway chargers;
  private final SendGate gate;
  private final AskingTimes times;
  private final ControlCounters counters;
  private final InstantSource clock;
  private final Executor loop;

  /**
   * @param fallbacks told when a station holds more than its fallback
   * @param loop takes the answers of stations back into the loop
   */
  public VerifyHoldings(
      Site site,
      SessionBook sessions,
      OrderBook orders,
      Reconciler ledgers,
      Fallbacks fallbacks,
      ChargerGateway chargers,
      SendGate gate,
      ControlCounters counters,
      InstantSource clock,
      Executor loop) {
    this.site = site;
    this.sessions = sessions;
    this.orders = orders;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
    this.chargers = chargers;
    this.gate = gate;
    this.times = new AskingTimes();
    this.counters = counters;
    this.clock = clock;
    this.loop = loop;
  }

  /** Asks where it is due and nothing else is on the way. */
  public void askDue(Instant now) {
    for (ChargingSession session : sessions.open()) {
      EvseRef evse = session.evse();
      DeviceLedger ledger = ledgers.ledger(evse);
      boolean settled = !ledger.isAwaitingAnswer() && !ledger.isUncertain(now);
      if (settled
          && orders.find(evse).isEmpty()
          && orders.findCarriedOut(evse).isEmpty()
          && times.isDue(evse, ledger, now)
          && chargers.isConnected(evse.station())
          && gate.admits(evse.station(), true, now)) {
        ask(site.findEvse(evse).orElseThrow(), session, ledger, now);
      }
    }
  }

  private void ask(Evse evse, ChargingSession session, DeviceLedger ledger, Instant now) {
    times.asking(evse.ref(), ledger.counts().accepted(), now);
    gate.left();
    Optional<DeviceLedger.Lease> asked = ledger.findConfirmed(now);
    put(new ScheduleQuestion(evse.ref(), AHEAD, evse.phases(), site.voltage()))
        .whenCompleteAsync(
            (answer, failure) -> {
              gate.answered();
              ScheduleAnswer known =
                  failure == null ? answer : new ScheduleAnswer.Unanswered(failure.toString());
              boolean same =
                  sessions.find(evse.ref()).filter(it -> it.id().equals(session.id())).isPresent();
              enter(evse, known, same && asked.equals(ledger.findConfirmed(clock.instant())));
            },
            loop);
  }

  private CompletionStage<ScheduleAnswer> put(ScheduleQuestion question) {
    try {
      return chargers.askSchedule(question);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /**
   * @param unchanged false when the limits have changed since the question, so that the answer says
   *     nothing about those of now
   */
  private void enter(Evse evse, ScheduleAnswer answer, boolean unchanged) {
    Instant now = clock.instant();
    counters.questions().count(answer);
    times.answered(evse.ref(), answer, now);
    switch (answer) {
      case ScheduleAnswer.Reported it when isStale(it.schedule(), now) ->
          nonsense(evse, "its clock says " + it.schedule().start());
      case ScheduleAnswer.Reported it when unchanged -> compare(evse, it.schedule(), now);
      case ScheduleAnswer.Senseless it -> nonsense(evse, it.reason());
      case ScheduleAnswer.Refused it ->
          LOG.log(System.Logger.Level.INFO, "{0} tells no schedule: {1}", evse.ref(), it.reason());
      case ScheduleAnswer.Reported _, ScheduleAnswer.Unanswered _, ScheduleAnswer.NotAsked _ -> {}
    }
  }

  private static boolean isStale(ReportedSchedule schedule, Instant now) {
    Duration error = Duration.between(schedule.start(), now).abs();
    return error.compareTo(MOST_CLOCK_ERROR) > 0;
  }

  private void nonsense(Evse evse, String reason) {
    ledgers.ledger(evse.ref()).spokeNonsense();
    counters.questions().countNonsense();
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} reports a schedule that cannot be believed: {1}",
        evse.ref(),
        reason);
  }

  private void compare(Evse evse, ReportedSchedule schedule, Instant now) {
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    boolean onFallback = ledger.findConfirmed(now).isEmpty();
    ReportedSchedule.Step held = schedule.now();
    HeldLimit found = ledger.reported(held.draw(), held.feed(), now);
    counters.questions().count(found.verdict());
    if (found.verdict() != HeldLimit.Verdict.AGREES) {
      LOG.log(
          found.verdict() == HeldLimit.Verdict.HOLDS_MORE
              ? System.Logger.Level.WARNING
              : System.Logger.Level.INFO,
          "{0} reports to hold {1} where it confirmed {2}",
          evse.ref(),
          found.draw(),
          found.expected().draw());
      chargers.reviewProfiles(evse.ref().station());
    }
    if (onFallback && found.verdict() == HeldLimit.Verdict.HOLDS_MORE) {
      Station station = site.findStation(evse.ref().station()).orElseThrow();
      fallbacks.demandAnew(station);
    }
  }
}
