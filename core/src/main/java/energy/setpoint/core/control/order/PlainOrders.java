package energy.setpoint.core.control.order;

import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.order.OrderResult.Answered;
import energy.setpoint.core.control.order.OrderResult.Impossible;
import energy.setpoint.core.control.reconcile.Dispatcher;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Orders that let no EVSE do more than it is budgeted at. Confined to the engine's loop. */
final class PlainOrders {

  private final Site site;
  private final Books books;
  private final Dispatcher dispatcher;
  private final InstantSource clock;

  PlainOrders(Site site, Books books, Dispatcher dispatcher, InstantSource clock) {
    this.site = site;
    this.books = books;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  /** Only ever lowers what the EVSEs take; nothing relies on it. */
  CompletionStage<OrderResult> take(Order.CapStation order) {
    Instant now = clock.instant();
    if (!order.until().isAfter(now)) {
      return impossible("The limit would end at " + order.until() + ", but it is " + now + ".");
    }
    return send(cap(order.station(), order.most(), new Interval(now, order.until())));
  }

  /** There is no word to take it away, so another takes its place that ends at once. */
  CompletionStage<OrderResult> take(Order.UncapStation order) {
    Current all =
        site.findStation(order.station()).orElseThrow().evses().stream()
            .map(Evse::maximum)
            .reduce(Current.ZERO, Current::plus);
    Interval ends = Interval.of(clock.instant(), Duration.ofSeconds(1));
    return send(cap(order.station(), all, ends));
  }

  private CapStation cap(StationId id, Current most, Interval validity) {
    Station station = site.findStation(id).orElseThrow();
    int phases = station.evses().stream().mapToInt(Evse::phases).max().orElse(3);
    return new CapStation(id, new Ceiling(most, phases, site.voltage()), validity);
  }

  /** A vehicle that chooses another service may load other phases than it did. */
  CompletionStage<OrderResult> take(Order.AllowServices order) {
    Optional<ChargingSession> session = books.sessions().find(order.evse());
    if (session.isEmpty()) {
      return impossible("No transaction runs at EVSE " + order.evse() + ".");
    }
    books.stations().expectOtherPhases(order.evse());
    String transaction = session.get().transactionId();
    return send(new AllowEnergyTransfer(order.evse(), transaction, order.services()));
  }

  /**
   * A signal moves an EVSE within the bounds of its order, which is budgeted at these; without such
   * an order a station must refuse it (Q08.FR.11).
   */
  CompletionStage<OrderResult> take(Order.CallReserve order) {
    boolean holdsReserve =
        books.orders().list().stream()
            .filter(it -> it.evse().station().equals(order.station()))
            .filter(it -> books.orders().findCarriedOut(it.evse()).equals(Optional.of(it)))
            .anyMatch(PlainOrders::hasReserve);
    return holdsReserve
        ? send(new CallReserve(order.station(), clock.instant(), order.signal()))
        : impossible(
            "No EVSE of " + order.station() + " operates in LocalFrequency with a reserve.");
  }

  private static boolean hasReserve(StandingOrder order) {
    return order.manner() instanceof Manner.ActByItself act
        && act.mode() instanceof OperatingMode.LocalFrequency mode
        && !mode.reserve().isEmpty();
  }

  private CompletionStage<OrderResult> send(ChargingIntent intent) {
    CompletableFuture<OrderResult> result = new CompletableFuture<>();
    dispatcher.order(intent, outcome -> result.complete(new Answered(outcome)));
    return result;
  }

  private static CompletionStage<OrderResult> impossible(String reason) {
    return CompletableFuture.completedFuture(new Impossible(reason));
  }
}
