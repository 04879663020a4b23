package energy.setpoint.core.control.loop;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.site.Evse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A station with one EVSE that obeys late, refuses, is silent, is away, starts anew or forgets, and
 * whose vehicle takes all that it is given. What it never does is draw more than it holds for
 * longer than a vehicle needs to follow.
 */
final class UnrulyStation {

  /** What becomes of one message. */
  private enum Mood {
    OBEYS,
    REFUSES,
    SILENT_BUT_OBEYS,
    SILENT
  }

  private static final int CALL_TIMEOUT_SECONDS = 30;

  /** A vehicle follows in less than the settings allow it, which are ten seconds. */
  private static final int SLOWEST_VEHICLE_SECONDS = 9;

  final Evse evse;
  private final Random random;
  final Duration slowClock;
  private final List<Errand> errands = new ArrayList<>();
  private double fallbackAmps;
  private Optional<Held> held = Optional.empty();
  private Optional<Instant> fallingSince = Optional.empty();
  private Duration reaction = Duration.ZERO;
  private Mood mood = Mood.OBEYS;
  double vehicleAmps;
  double drawnAmps;
  boolean online = true;
  Optional<String> transaction = Optional.empty();
  int refusals;
  int silences;

  private record Held(double amps, Instant until) {}

  /** A message on its way: when it reaches the station, and when its answer would be back. */
  private record Errand(
      ChargingIntent intent,
      Mood mood,
      Instant arrives,
      Instant answered,
      CompletableFuture<IntentOutcome> outcome) {}

  UnrulyStation(Evse evse, double fallbackAmps, Random random) {
    this.evse = evse;
    this.fallbackAmps = fallbackAmps;
    this.random = random;
    this.slowClock = Duration.ofSeconds(random.nextInt(-30, 59));
  }

  /** A station is in a mood for a while; most are well-behaved most of the time. */
  void changeMood() {
    mood = random.nextInt(3) > 0 ? Mood.OBEYS : Mood.values()[random.nextInt(Mood.values().length)];
  }

  CompletionStage<IntentOutcome> take(ChargingIntent intent, Instant now) {
    if (!online) {
      return CompletableFuture.completedStage(new IntentOutcome.NotSent("not connected"));
    }
    Instant last = errands.isEmpty() ? now : errands.getLast().answered();
    Instant earliest = last.isAfter(now) ? last : now.plusSeconds(1);
    Instant arrives = earliest.plusSeconds(random.nextInt(4));
    boolean silent = mood == Mood.SILENT || mood == Mood.SILENT_BUT_OBEYS;
    Instant answered = arrives.plusSeconds(silent ? CALL_TIMEOUT_SECONDS : random.nextInt(6));
    Errand errand = new Errand(intent, mood, arrives, answered, new CompletableFuture<>());
    errands.add(errand);
    return errand.outcome();
  }

  /** One second passes. */
  void live(Instant now) {
    errands.stream().filter(errand -> errand.arrives().equals(now)).forEach(it -> arrive(it));
    follow(now);
    List<Errand> over = errands.stream().filter(it -> !now.isBefore(it.answered())).toList();
    errands.removeAll(over);
    over.forEach(this::answer);
  }

  private void arrive(Errand errand) {
    if (errand.mood() == Mood.REFUSES || errand.mood() == Mood.SILENT) {
      return;
    }
    switch (errand.intent()) {
      case CapPower cap -> hold(cap.transactionId(), cap.ceiling().perPhase().amps(), cap);
      case FollowSetpoint follow ->
          hold(follow.transactionId(), amps(follow.setpoint().power().watts()), follow);
      case AdjustSetpoint adjust ->
          hold(adjust.transactionId(), amps(adjust.setpoint().power().watts()), adjust);
      case SetFallback fallback -> fallbackAmps = fallback.ceiling().perPhase().amps();
      case Release _ -> held = Optional.empty();
      case ChargingIntent other -> throw new AssertionError("nobody asked for " + other);
    }
  }

  private double amps(double watts) {
    return watts / (FakeDepot.VOLTAGE.volts() * evse.phases());
  }

  private void hold(String transactionId, double amps, LeasedIntent intent) {
    if (transaction.equals(Optional.of(transactionId))) {
      held = Optional.of(new Held(amps, intent.validity().end()));
    }
  }

  private void answer(Errand errand) {
    IntentOutcome outcome =
        switch (errand.mood()) {
          case OBEYS -> new IntentOutcome.Accepted(List.of(), List.of());
          case REFUSES -> new IntentOutcome.Refused(List.of(), "Rejected");
          case SILENT, SILENT_BUT_OBEYS -> new IntentOutcome.Unanswered(List.of(), "timed out");
        };
    refusals += errand.mood() == Mood.REFUSES ? 1 : 0;
    silences += outcome instanceof IntentOutcome.Unanswered ? 1 : 0;
    errand.outcome().complete(outcome);
  }

  /** A vehicle takes more at once, and less after its reaction time. */
  private void follow(Instant now) {
    double allowed = Math.min(vehicleAmps, transaction.isPresent() ? holds(now) : 0);
    double wanted = allowed >= 0 && allowed < 6 ? 0 : allowed;
    if (wanted >= drawnAmps) {
      drawnAmps = wanted;
      fallingSince = Optional.empty();
    } else if (fallingSince.isEmpty()) {
      fallingSince = Optional.of(now);
      reaction = Duration.ofSeconds(random.nextInt(SLOWEST_VEHICLE_SECONDS));
    }
    if (fallingSince.isPresent() && !now.isBefore(fallingSince.get().plus(reaction))) {
      drawnAmps = wanted;
      fallingSince = Optional.empty();
    }
  }

  /** What is in force by the station's own clock. */
  double holds(Instant now) {
    Instant stationTime = now.minus(slowClock);
    return held.filter(it -> stationTime.isBefore(it.until())).map(Held::amps).orElse(fallbackAmps);
  }

  /** The connection is gone; messages on the way may have arrived, but nobody will know. */
  void disconnect() {
    online = false;
    Iterator<Errand> open = List.copyOf(errands).iterator();
    errands.clear();
    while (open.hasNext()) {
      Errand errand = open.next();
      if (random.nextBoolean()) {
        arrive(errand);
      }
      errand.outcome().complete(new IntentOutcome.Unanswered(List.of(), "connection lost"));
    }
  }

  /** It forgets its leases; its fallback stays. */
  void forget() {
    held = Optional.empty();
  }

  /** The engine is gone and will hear no answers. */
  void engineDied() {
    errands.forEach(it -> {
      if (random.nextBoolean()) {
        arrive(it);
      }
    });
    errands.clear();
  }

  void plugIn(String transactionId, double amps) {
    transaction = Optional.of(transactionId);
    vehicleAmps = amps;
  }

  /** The contactor opens at once. */
  void unplug() {
    transaction = Optional.empty();
    held = Optional.empty();
    vehicleAmps = 0;
    drawnAmps = 0;
    fallingSince = Optional.empty();
  }
}
