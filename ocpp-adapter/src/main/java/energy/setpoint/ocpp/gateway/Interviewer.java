package energy.setpoint.ocpp.gateway;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.dialect.StationInterview.Interviewee;
import energy.setpoint.ocpp.dialect.StationInterview.Step;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.Precedence;
import energy.setpoint.ocpp.rpc.RpcEndpoint;
import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.rpc.turn.Mailbox;
import energy.setpoint.ocpp.stats.OcppCounters;
import energy.setpoint.ocpp.traits.Told;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks the station at the other end of one connection what it can do, when that is due: after it
 * booted, or when it connects without booting. Its calls wait behind all others. A lost connection
 * ends it, and the next one begins anew.
 */
final class Interviewer {

  private static final Logger LOG = LoggerFactory.getLogger(Interviewer.class);

  private final KnownStation station;
  private final OcppDialect dialect;
  private final RpcEndpoint endpoint;
  private final InterviewSettings settings;
  private final Alarm alarm;
  private final OcppCounters counters;
  private final MeterSettings meters;
  private final Mailbox mailbox;
  private volatile @Nullable StationInterview running;
  private Runnable cancelDeadline = () -> {};
  private Runnable cancelAlarm = () -> {};
  private Runnable settled = () -> {};
  private int questions;
  private boolean over;

  Interviewer(
      KnownStation station,
      OcppDialect dialect,
      RpcEndpoint endpoint,
      Transport transport,
      InterviewSettings settings,
      Alarm alarm,
      OcppCounters counters) {
    this.station = station;
    this.dialect = dialect;
    this.endpoint = endpoint;
    this.settings = settings;
    this.alarm = alarm;
    this.counters = counters;
    this.meters = new MeterSettings(station, dialect, endpoint, settings.meterInterval(), counters);
    this.mailbox = new Mailbox(transport::execute, station::survive);
  }

  /**
   * The station may be about to boot; if it is not, it is asked all the same.
   *
   * @param afterwards what is to be done when it has told all; empty for nothing
   */
  void connected(Optional<Runnable> afterwards) {
    mailbox.post(() -> {
      settled = afterwards.orElse(() -> {});
      if (isDue()) {
        wakeAfter(settings.bootGrace(), this::begin);
      } else {
        afterwards.ifPresent(task -> wakeAfter(settings.bootGrace(), task));
      }
    });
  }

  /** The station booted and may be asked from now on (1.6 section 4.2, 2.1 B01.FR.08). */
  void booted() {
    mailbox.post(() -> {
      if (running != null) {
        return;
      }
      cancelAlarm.run();
      if (isDue()) {
        begin();
      } else {
        settle();
      }
    });
  }

  /** What the station told may be out of date. */
  void again() {
    mailbox.post(() -> {
      if (running == null) {
        begin();
      }
    });
  }

  void heard(String action, JsonNode payload) {
    if (running != null) {
      mailbox.post(() -> hear(action, payload));
    }
  }

  void closed() {
    mailbox.post(() -> {
      if (running != null) {
        counters.interviewEnded("cut off");
        LOG.info("{} went away in mid-interview", station.id());
      }
      over = true;
      stop();
    });
  }

  /** An answer or an alarm may belong to an interview that is over. */
  private boolean isRunning(StationInterview interview) {
    return interview.equals(running);
  }

  private boolean isDue() {
    return station.knowledge().isDue(dialect.subprotocol());
  }

  private void begin() {
    if (running != null || over) {
      return;
    }
    boolean introduced = station.knowledge().identity().isPresent();
    var interview = dialect.interview(new Interviewee(station.knowledge().evses(), introduced));
    running = interview;
    questions = 0;
    cancelDeadline =
        alarm.set(
            settings.longest(), () -> mailbox.post(() -> giveUp(interview, "takes too long")));
    proceed(interview);
  }

  private void proceed(StationInterview interview) {
    cancelAlarm.run();
    switch (interview.next()) {
      case Step.Ask ask -> ask(interview, ask.question());
      case Step.Listen _ -> wakeAfter(settings.reportPatience(), () -> overdue(interview));
      case Step.Done done -> end(done);
    }
  }

  private void ask(StationInterview interview, OutboundCall question) {
    if (questions++ == settings.mostQuestions()) {
      giveUp(interview, "asks too much");
      return;
    }
    endpoint
        .call(question.action(), question.payload(), Precedence.LAST)
        .thenAccept(outcome -> mailbox.post(() -> answered(interview, outcome)));
  }

  private void answered(StationInterview interview, CallOutcome outcome) {
    if (!isRunning(interview)) {
      return;
    }
    switch (outcome) {
      case CallOutcome.Answered answer -> interview.answered(answer.payload());
      case CallOutcome.Failed _, CallOutcome.Garbled _ -> interview.refused(true);
      case CallOutcome.TimedOut _, CallOutcome.Expired _, CallOutcome.QueueFull _ ->
          interview.refused(false);
      case CallOutcome.Closed _ -> {
        return; // closed() follows, or has been
      }
    }
    proceed(interview);
  }

  private void hear(String action, JsonNode payload) {
    StationInterview interview = running;
    if (interview != null) {
      boolean listening = interview.next() instanceof Step.Listen;
      interview.heard(action, payload);
      if (listening && !(interview.next() instanceof Step.Listen)) {
        proceed(interview);
      } else if (listening) {
        wakeAfter(settings.reportPatience(), () -> overdue(interview));
      }
    }
  }

  private void overdue(StationInterview interview) {
    if (isRunning(interview)) {
      interview.overdue();
      proceed(interview);
    }
  }

  private void giveUp(StationInterview interview, String reason) {
    if (isRunning(interview)) {
      counters.interviewEnded("given up");
      LOG.warn("{}: the interview {} and is given up", station.id(), reason);
      stop();
      meters.set();
    }
  }

  private void end(Step.Done done) {
    stop();
    var told =
        new Told(
            dialect.subprotocol(),
            station.knowledge().identity(),
            station.now(),
            done.complete(),
            done.facts());
    station.learned(told);
    counters.interviewEnded(done.complete() ? "complete" : "incomplete");
    LOG.info(
        "{} told {} facts about itself{}; its traits: {}",
        station.id(),
        done.facts().size(),
        done.complete() ? "" : " and left questions open",
        station.traits());
    if (done.complete()) {
      settle();
    } else {
      meters.set();
    }
  }

  /** A station that left a question open is asked no more: intents would wait for its silence. */
  private void settle() {
    meters.set();
    settled.run();
  }

  private void stop() {
    running = null;
    cancelAlarm.run();
    cancelDeadline.run();
  }

  private void wakeAfter(Duration delay, Runnable task) {
    cancelAlarm.run();
    cancelAlarm = alarm.set(delay, () -> mailbox.post(task));
  }
}
