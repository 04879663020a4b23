package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.gateway.StationLink;
import energy.setpoint.ocpp.gateway.memory.Slot;
import energy.setpoint.ocpp.proxy.upstream.Pauses;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in force again until the station has it as the CSMS allows it by now: nobody else
 * would ever lower a fallback, which has no lease. Of each intent one waits at most, and is put
 * into words when its turn comes. To be used within one mailbox.
 */
final class Resends {

  private static final Logger LOG = LoggerFactory.getLogger(Resends.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final StationId station;
  private final Function<StationLink, List<ChargingIntent>> inForce;
  private final Alarm alarm;
  private final Executor mailbox;
  private final ProxyCounters counters;
  private final Pauses pauses =
      new Pauses(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());

  /** On their way, or waiting for their turn. */
  private final Set<Slot> pending = new HashSet<>();

  /** Those among them that the CSMS may allow something else since. */
  private final Set<Slot> changed = new HashSet<>();

  /** To be tried again when the alarm rings. */
  private final Set<Slot> failed = new HashSet<>();

  private Runnable cancelAlarm = () -> {};
  private boolean ended;

  /**
   * @param inForce the intents that still hold
   */
  Resends(
      StationId station,
      Function<StationLink, List<ChargingIntent>> inForce,
      Alarm alarm,
      Executor mailbox,
      ProxyCounters counters) {
    this.station = station;
    this.inForce = inForce;
    this.alarm = alarm;
    this.mailbox = mailbox;
    this.counters = counters;
  }

  void all(StationLink link) {
    inForce.apply(link).forEach(it -> Slot.of(it).ifPresent(slot -> resend(link, slot)));
  }

  private void resend(StationLink link, Slot slot) {
    if (!pending.add(slot)) {
      changed.add(slot);
      return;
    }
    failed.remove(slot);
    link.resend(() -> findInForce(link, slot))
        .thenAccept(outcome -> mailbox.execute(() -> end(link, slot, outcome)));
  }

  private Optional<ChargingIntent> findInForce(StationLink link, Slot slot) {
    return inForce.apply(link).stream()
        .filter(it -> Slot.of(it).equals(Optional.of(slot)))
        .findFirst();
  }

  private void end(StationLink link, Slot slot, Optional<IntentOutcome> outcome) {
    pending.remove(slot);
    boolean again = changed.remove(slot);
    if (ended) {
      return;
    }
    Optional<Failure> failure = outcome.flatMap(Resends::findFailure);
    if (failure.isPresent()) {
      fail(link, slot, failure.get());
    } else if (again) {
      resend(link, slot);
    } else if (failed.isEmpty()) {
      pauses.reset();
    }
  }

  private record Failure(String kind, String reason) {}

  private static Optional<Failure> findFailure(IntentOutcome outcome) {
    return switch (outcome) {
      case IntentOutcome.Accepted _ -> Optional.empty();
      case IntentOutcome.Refused it -> Optional.of(new Failure("refused", it.reason()));
      case IntentOutcome.Unanswered it -> Optional.of(new Failure("unanswered", it.reason()));
      case IntentOutcome.NotSent it -> Optional.of(new Failure("not sent", it.reason()));
    };
  }

  private void fail(StationLink link, Slot slot, Failure failure) {
    counters.resendFailed(failure.kind());
    LOG.warn(
        "{} may hold more than the CSMS allows by now: {}: {}",
        station,
        failure.kind(),
        failure.reason());
    boolean alarmed = !failed.isEmpty();
    failed.add(slot);
    if (!alarmed) {
      cancelAlarm.run();
      cancelAlarm = alarm.set(pauses.next(), () -> mailbox.execute(() -> retry(link)));
    }
  }

  private void retry(StationLink link) {
    if (!ended) {
      Set<Slot> again = Set.copyOf(failed);
      failed.clear();
      again.forEach(slot -> resend(link, slot));
    }
  }

  void end() {
    ended = true;
    cancelAlarm.run();
  }
}
