package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.time.Interval;
import energy.setpoint.simulation.physics.VehicleModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Vans come between 16 and 19 h and leave between 6 and 8 h; by day some visitors use the free
 * places. Each place and day has its own random numbers, so that any day can be asked for alone.
 */
final class DepotVisits implements VisitPlan {

  private static final double VAN_COMES = 0.9;
  private static final double VISITOR_COMES = 0.4;

  private final Site site;
  private final long seed;

  DepotVisits(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  @Override
  public List<Visit> beginningIn(Interval interval) {
    List<Visit> visits = new ArrayList<>();
    List<Evse> evses = site.evses().toList();
    LocalDate last = interval.end().atZone(site.zone()).toLocalDate();
    for (LocalDate day = interval.start().atZone(site.zone()).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (int place = 0; place < evses.size(); place++) {
        visits.addAll(visitsOn(day, place, evses.get(place)));
      }
    }
    return visits.stream()
        .filter(visit -> interval.contains(visit.stay().start()))
        .sorted(Comparator.comparing(visit -> visit.stay().start()))
        .toList();
  }

  private List<Visit> visitsOn(LocalDate day, int place, Evse evse) {
    SplittableRandom random =
        new SplittableRandom(seed * 1_000_003 + day.toEpochDay() * 1009 + place);
    Optional<Visit> visitor = visitor(day, place, evse, random);
    Optional<Visit> van = van(day, place, evse, random);
    return Stream.of(visitor, van).flatMap(Optional::stream).toList();
  }

  private Optional<Visit> van(LocalDate day, int place, Evse evse, SplittableRandom random) {
    boolean comes = random.nextDouble() < VAN_COMES;
    Instant from = at(day, LocalTime.of(16, 0), random.nextInt(180));
    Instant to = at(day.plusDays(1), LocalTime.of(6, 0), random.nextInt(120));
    double arrival = 0.2 + 0.35 * random.nextDouble();
    Duration reaction = Duration.ofSeconds(1 + random.nextInt(4));
    return comes
        ? Optional.of(
            visit(
                evse,
                from,
                to,
                vehicle(place, evse).withReaction(reaction),
                arrival,
                "VAN-" + place))
        : Optional.empty();
  }

  private Optional<Visit> visitor(LocalDate day, int place, Evse evse, SplittableRandom random) {
    boolean comes = random.nextDouble() < VISITOR_COMES;
    Instant from = at(day, LocalTime.of(8, 30), random.nextInt(150));
    Instant to = at(day, LocalTime.of(13, 0), random.nextInt(150));
    double arrival = 0.3 + 0.4 * random.nextDouble();
    VehicleModel car =
        VehicleModel.van()
            .withCapacity(Energy.ofKilowattHours(58))
            .withReaction(Duration.ofSeconds(1 + random.nextInt(4)));
    return comes
        ? Optional.of(visit(evse, from, to, car, arrival, "GUEST-" + place))
        : Optional.empty();
  }

  private Visit visit(
      Evse evse, Instant from, Instant to, VehicleModel vehicle, double arrival, String token) {
    return new Visit(
        evse.ref(),
        new Interval(from, to),
        vehicle,
        new StateOfCharge(arrival),
        new StateOfCharge(0.9),
        new StateOfCharge(1),
        token,
        true);
  }

  /** A mixed fleet: three phases at 11 and 22 kW, one phase at 7.4 kW, and V2G where it fits. */
  private static VehicleModel vehicle(int place, Evse evse) {
    if (evse.bidirectional() && evse.supply() == Supply.DC) {
      return VehicleModel.van()
          .withCapacity(Energy.ofKilowattHours(77))
          .withFeedIn(Power.ofKilowatts(20), new StateOfCharge(0.3));
    }
    return switch (place % 4) {
      case 1 ->
          VehicleModel.van()
              .withCapacity(Energy.ofKilowattHours(40))
              .withAc(Power.ofKilowatts(7.36), 1);
      case 3 ->
          VehicleModel.van()
              .withCapacity(Energy.ofKilowattHours(60))
              .withAc(Power.ofKilowatts(22), 3);
      default -> VehicleModel.van();
    };
  }

  private Instant at(LocalDate day, LocalTime time, int minutesLater) {
    return day.atTime(time).plusMinutes(minutesLater).atZone(site.zone()).toInstant();
  }
}
