package energy.setpoint.app.system.chaos;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.time.Interval;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.world.Visit;
import energy.setpoint.simulation.world.VisitPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Vehicles come and go all the time, hungry, at every place: much can get lost. */
final class ChaosVisits {

  private ChaosVisits() {}

  static VisitPlan of(Site site, Instant begin, Duration length, long seed) {
    List<Visit> visits = new ArrayList<>();
    List<Evse> places = site.evses().toList();
    for (int place = 0; place < places.size(); place++) {
      SplittableRandom random = new SplittableRandom(seed * 1009 + place);
      Instant from = begin.plusSeconds(random.nextInt(90));
      for (int number = 0; from.isBefore(begin.plus(length)); number++) {
        Instant to = from.plusSeconds(240 + random.nextInt(900));
        visits.add(visit(places.get(place), place, number, new Interval(from, to), random));
        from = to.plusSeconds(40 + random.nextInt(120));
      }
    }
    return VisitPlan.of(visits);
  }

  private static Visit visit(
      Evse evse, int place, int number, Interval stay, SplittableRandom random) {
    return new Visit(
        evse.ref(),
        stay,
        vehicle(evse, random).withReaction(Duration.ofSeconds(1 + random.nextInt(4))),
        new StateOfCharge(0.2 + 0.3 * random.nextDouble()),
        new StateOfCharge(0.9),
        new StateOfCharge(1),
        "CHAOS-" + place + "-" + number,
        random.nextBoolean());
  }

  private static VehicleModel vehicle(Evse evse, SplittableRandom random) {
    if (evse.supply() == Supply.DC && evse.bidirectional()) {
      return VehicleModel.van().withFeedIn(Power.ofKilowatts(20), new StateOfCharge(0.3));
    }
    return switch (random.nextInt(3)) {
      case 0 -> VehicleModel.van().withAc(Power.ofKilowatts(7.36), 1);
      case 1 ->
          VehicleModel.van()
              .withCapacity(Energy.ofKilowattHours(60))
              .withAc(Power.ofKilowatts(22), 3);
      default -> VehicleModel.van();
    };
  }
}
