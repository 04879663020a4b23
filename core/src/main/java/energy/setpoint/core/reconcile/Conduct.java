package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Disobedience.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Whether a device does as it is told, and since when it does not. */
final class Conduct {

  private static final Duration DISTRUST = Duration.ofMinutes(5);

  private final BackOff deliveries;
  private final BackOff holdings;
  private Optional<Disobedience> drawsMore = Optional.empty();
  private Instant distrustedUntil = Instant.MIN;
  private AnswerCounts counts = AnswerCounts.NONE;

  Conduct(RandomGenerator chance) {
    this.deliveries = new BackOff(chance);
    this.holdings = new BackOff(chance);
  }

  /** Goes on where it was before a restart. */
  void resume(AnswerCounts before, Optional<Disobedience> disobedience) {
    counts = before;
    disobedience.ifPresent(it -> {
      switch (it.kind()) {
        case REFUSES, SILENT -> deliveries.resume(it);
        case HOLDS_MORE -> holdings.resume(it);
        case DRAWS_MORE -> {}
      }
    });
  }

  void accepted() {
    counts = counts.oneAccepted();
    deliveries.succeeded();
  }

  void refused(String reason, Instant now) {
    counts = counts.oneRefused();
    deliveries.failed(Kind.REFUSES, reason, now);
  }

  void unanswered(String reason, Instant now) {
    counts = counts.oneUnanswered();
    deliveries.failed(Kind.SILENT, reason, now);
  }

  void contradicted(HeldLimit held) {
    counts = counts.oneContradicted();
    String reason = "reports " + held.draw() + " where it confirmed " + held.expected().draw();
    holdings.failed(Kind.HOLDS_MORE, reason, held.at());
  }

  void spokeNonsense() {
    counts = counts.oneSenseless();
  }

  /** It reported what it should hold, or nobody asks any more. */
  void holdsAsTold() {
    holdings.succeeded();
  }

  void drewMore(Current drawn, Current allowed, Instant now) {
    String reason = "drew " + drawn + " where it confirmed " + allowed;
    drawsMore =
        Optional.of(
            findDrawsMore(now)
                .map(it -> it.again(Kind.DRAWS_MORE, reason))
                .orElseGet(() -> new Disobedience(Kind.DRAWS_MORE, reason, now, 1)));
    distrustedUntil = now.plus(DISTRUST);
  }

  /** Something has changed: it may be tried at once. */
  void hurry() {
    deliveries.hurry();
    holdings.hurry();
  }

  /** When it may be tried again; long past when it may be now. */
  Instant nextTry() {
    Instant delivery = deliveries.quietUntil();
    Instant holding = holdings.quietUntil();
    return delivery.isAfter(holding) ? delivery : holding;
  }

  /** True when nobody knows what it follows. */
  boolean isBeyondControl() {
    return deliveries.streak().isPresent() || holdings.streak().isPresent();
  }

  /** Lasts for five minutes after it was seen last. */
  Optional<Disobedience> findDrawsMore(Instant now) {
    return drawsMore.filter(it -> now.isBefore(distrustedUntil));
  }

  /** Empty while it obeys. */
  Optional<Disobedience> findDisobedience(Instant now) {
    return Stream.of(deliveries.streak(), holdings.streak(), findDrawsMore(now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  AnswerCounts counts() {
    return counts;
  }
}
