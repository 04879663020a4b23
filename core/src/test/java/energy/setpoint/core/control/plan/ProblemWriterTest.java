package energy.setpoint.core.control.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.DayShape;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.book.PhaseBook;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.control.grid.GridBook;
import energy.setpoint.core.control.loop.FakeDepot;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.control.vehicle.Appetites;
import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProblemWriterTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  @Test
  void takesTheFallbacksOfIdleEvsesOffTheirFuses() {
    var depot = new FakeDepot(100, 2, 6);

    var problem = write(depot.site, sessions(Duration.ofHours(8)));

    assertThat(fuse(problem)).isEqualTo(PhaseCurrents.ofAmps(88, 88, 88));
  }

  @Test
  void leavesAnEvseThatChargesItsWholeShareOfTheFuse() {
    var depot = new FakeDepot(100, 2, 6);

    var problem = write(depot.site, sessions(Duration.ofHours(8), "s1"));

    assertThat(fuse(problem)).isEqualTo(PhaseCurrents.ofAmps(94, 94, 94));
  }

  @Test
  void leavesNextToNothingWhenTheFallbacksExceedTheFuse() {
    var depot = new FakeDepot(10, 3, 6);

    var problem = write(depot.site, sessions(Duration.ofHours(8)));

    assertThat(fuse(problem)).isEqualTo(PhaseCurrents.balanced(Current.ofMilliamps(1)));
  }

  @Test
  void plansToBeDoneOnTheBoundaryNextToTenMinutesBeforeALateDeparture() {
    var depot = new FakeDepot(100, 1, 6);

    var problem = write(depot.site, sessions(Duration.ofHours(8), "s1"));

    assertThat(problem.vehicles().getFirst().connected().end())
        .isEqualTo(NOW.plus(Duration.ofHours(8)).minus(Duration.ofMinutes(15)));
  }

  @Test
  void asksAStayBeyondThePlanOnlyForItsShare() {
    var depot = new FakeDepot(100, 1, 6);

    var problem = write(depot.site, sessions(Duration.ofHours(40).plusMinutes(10), "s1"));

    double asked = problem.vehicles().getFirst().target().wattHours();
    assertThat(asked).isCloseTo(GuestNeed.DEFAULTS.energy().wattHours() * 24 / 40, within(0.001));
  }

  @Test
  void plansNoFasterThanAnotherAllowsForAllOfAStay() {
    var depot = new FakeDepot(100, 1, 6);
    var grid = new GridBook();
    grid.saw(limitedTo(3000, Duration.ofHours(12)));

    var problem = write(depot.site, sessions(Duration.ofHours(8), "s1"), grid);

    assertThat(problem.vehicles().getFirst().maxCharge()).isEqualTo(Power.ofWatts(3000));
    assertThat(fuse(problem)).isEqualTo(PhaseCurrents.ofAmps(100, 100, 100));
  }

  @Test
  void plansAsFastAsEverWhenTheLimitOfAnotherEndsDuringAStay() {
    var depot = new FakeDepot(100, 1, 6);
    var grid = new GridBook();
    grid.saw(limitedTo(3000, Duration.ofHours(1)));

    var problem = write(depot.site, sessions(Duration.ofHours(8), "s1"), grid);

    assertThat(problem.vehicles().getFirst().maxCharge().watts()).isGreaterThan(3000);
  }

  private static ExternalLimitEvent limitedTo(double watts, Duration during) {
    var period =
        new ExternalLimit.Period(
            Interval.of(NOW, during), new ExternalLimit.Bound.Watts(Power.ofWatts(watts)));
    return new ExternalLimitEvent.Announced(
        new StationId("s1"),
        NOW,
        OptionalInt.of(1),
        new ExternalLimit("SO", true, false, List.of(period)));
  }

  private static PlanningProblem write(Site site, SessionBook sessions) {
    return write(site, sessions, new GridBook());
  }

  private static PlanningProblem write(Site site, SessionBook sessions, GridBook grid) {
    var tariff =
        new Tariff(
            Currency.getInstance("EUR"),
            new FlatPrice(EnergyPrice.ofKilowattHour(0.3)),
            new FlatPrice(EnergyPrice.FREE),
            Optional.empty());
    var outlook =
        new Outlook(
            tariff,
            new SiteForecasts(site, at -> 0, at -> 0),
            DayShape.nothing(ZoneOffset.UTC),
            DayShape.nothing(ZoneOffset.UTC),
            Optional.empty(),
            Optional.empty(),
            Power.ofKilowatts(50),
            Power.ofKilowatts(50),
            Power.ZERO,
            Duration.ofMinutes(15),
            Energy.ZERO,
            Optional.empty());
    var experience = Experience.none();
    var beliefs = new Beliefs(sessions, new Appetites(), experience, 0.92);
    var books =
        new Books(
            sessions,
            new StationBook(),
            new DeviceBook(site),
            grid,
            new OrderBook(),
            new PhaseBook());
    return new ProblemWriter(site, ControlSettings.DEFAULTS, books, beliefs, experience)
        .write(NOW, outlook);
  }

  /** One guest at each of some stations, all of them since now and for the same time. */
  private static SessionBook sessions(Duration stay, String... stations) {
    var guest =
        new GuestNeed(
            GuestNeed.DEFAULTS.energy(),
            stay,
            GuestNeed.DEFAULTS.maxCharge(),
            GuestNeed.DEFAULTS.phases());
    var book = new SessionBook(new NeedBook(List.of(), guest, ZoneOffset.UTC), new Forgetful());
    for (String station : stations) {
      book.started(
          new TransactionStarted(EvseRef.of(station, 1), NOW, "tx-" + station, Optional.empty()));
    }
    return book;
  }

  private static PhaseCurrents fuse(PlanningProblem problem) {
    return problem.circuits().root().fuse();
  }

  private static final class Forgetful implements SessionStore {

    @Override
    public void save(ChargingSession session) {}

    @Override
    public List<ChargingSession> listOpen() {
      return List.of();
    }
  }
}
