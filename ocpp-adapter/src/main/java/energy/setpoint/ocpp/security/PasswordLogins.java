package energy.setpoint.ocpp.security;

import energy.setpoint.ocpp.security.Verdict.TurnedAway;
import energy.setpoint.ocpp.security.password.BasicCredentials;
import energy.setpoint.ocpp.security.password.FastCheck;
import energy.setpoint.ocpp.security.password.PasswordChecks;
import energy.setpoint.ocpp.security.password.PasswordHash;
import energy.setpoint.ocpp.security.password.StationPassword;
import energy.setpoint.ocpp.stats.SecurityCounters;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Logins with a password (security profiles 1 and 2): quick when known, slow once, or a pause. */
public final class PasswordLogins implements AutoCloseable {

  private static final int THREADS = 2;
  private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

  private final LoginGuard guard;
  private final FastCheck fast;
  private final PasswordChecks slow;
  private final DoorLog log;
  private final SecurityCounters counters;

  private PasswordLogins(
      LoginGuard guard,
      FastCheck fast,
      PasswordChecks slow,
      DoorLog log,
      SecurityCounters counters) {
    this.guard = guard;
    this.fast = fast;
    this.slow = slow;
    this.log = log;
    this.counters = counters;
  }

  /**
   * @param clock the time on the wall, for pauses
   */
  public static PasswordLogins start(InstantSource clock, DoorLog log, SecurityCounters counters) {
    return new PasswordLogins(
        new LoginGuard(clock),
        new FastCheck(new SecureRandom()),
        new PasswordChecks(THREADS),
        log,
        counters);
  }

  /**
   * @param isKnown false for a stranger, who is turned away whatever the hash says
   */
  CompletionStage<Verdict> judge(Visitor visitor, boolean isKnown, PasswordHash hash) {
    Optional<Duration> pause = guard.findPauseOfStation(visitor);
    if (pause.isPresent()) {
      return now(TurnedAway.because(Refusal.LOCKED_OUT, pause.get()));
    }
    if (visitor.authorization().isEmpty()) {
      return now(TurnedAway.because(Refusal.NO_PASSWORD));
    }
    Optional<byte[]> password =
        BasicCredentials.findPassword(visitor.authorization().get(), visitor.name());
    if (password.filter(it -> fast.recognises(visitor.name(), it)).isPresent()) {
      guard.succeeded(visitor);
      return now(Verdict.COME_IN);
    }
    // Only now: one wrong device behind an address must not keep out those that are known there.
    return guard
        .findPauseOfAddress(visitor)
        .<CompletionStage<Verdict>>map(wait -> now(TurnedAway.because(Refusal.LOCKED_OUT, wait)))
        .orElseGet(() -> hash(visitor, isKnown, password, hash));
  }

  private CompletionStage<Verdict> hash(
      Visitor visitor, boolean isKnown, Optional<byte[]> password, PasswordHash hash) {
    List<String> readings = password.map(StationPassword::readings).orElse(List.of());
    return slow.check(visitor.name(), readings, hash, visitor.isThere())
        .thenApply(outcome ->
            switch (outcome) {
              case RIGHT -> isKnown ? succeeded(visitor, password.orElseThrow()) : failed(visitor);
              case WRONG -> failed(visitor);
              case NOT_CHECKED -> TurnedAway.because(Refusal.TOO_MANY_LOGINS, WHEN_BUSY);
            });
  }

  private Verdict succeeded(Visitor visitor, byte[] password) {
    counters.hashed();
    fast.remember(visitor.name(), password);
    guard.succeeded(visitor);
    return Verdict.COME_IN;
  }

  private Verdict failed(Visitor visitor) {
    counters.hashed();
    Optional<Duration> pause = guard.failed(visitor);
    pause.ifPresent(it -> log.lockedOut(visitor, it));
    return new TurnedAway(Refusal.WRONG_PASSWORD, pause);
  }

  private static CompletionStage<Verdict> now(Verdict verdict) {
    return CompletableFuture.completedFuture(verdict);
  }

  int lockedStations() {
    return guard.lockedStations();
  }

  int lockedAddresses() {
    return guard.lockedAddresses();
  }

  @Override
  public void close() {
    slow.close();
  }
}
