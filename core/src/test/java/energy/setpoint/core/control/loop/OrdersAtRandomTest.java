package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever operators order, and whatever stations do with it, the fuse holds. */
class OrdersAtRandomTest {

  private static final double FUSE = 90;
  private static final int STATIONS = 3;

  private final FakeDepot depot = new FakeDepot(FUSE, STATIONS, 6, true);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void holdsTheFuse(int seed) {
    Random chance = new Random(seed);
    depot.connectAll();
    for (int i = 1; i <= STATIONS; i++) {
      depot.plugIn("s" + i, 32);
      depot.controller.on(new NeedsReported(EvseRef.of("s" + i, 1), depot.now, bidirectional()));
    }
    depot.run(Duration.ofMinutes(3));
    depot.highestAmps = 0;

    for (int step = 0; step < 100; step++) {
      happen(chance);
      depot.run(Duration.ofSeconds(1 + chance.nextInt(60)));
    }

    assertThat(depot.highestAmps).as("highest current").isBetween(60.0, FUSE);
    assertThat(depot.sent)
        .as("orders")
        .anyMatch(it -> it instanceof Operate || it instanceof CapPhases)
        .anyMatch(PrioritizeCharging.class::isInstance);
  }

  private void happen(Random chance) {
    EvseRef evse = EvseRef.of("s" + (1 + chance.nextInt(STATIONS)), 1);
    StationId station = evse.station();
    switch (chance.nextInt(11)) {
      case 0, 1 -> order(new Order.Prioritize(evse, true));
      case 2 -> order(new Order.Prioritize(evse, false));
      case 3, 4 -> order(stand(evse, chance));
      case 5 -> order(new Order.Lift(evse));
      case 6 -> order(new Order.OfferPriority(station, Current.ofAmps(chance.nextInt(33))));
      case 7 -> depot.restartEngine();
      case 8 -> depot.controller.on(new StationBooted(station, depot.now, "V", "M", "1"));
      case 9 -> toggleSilence(station);
      default -> refuseOrNot(chance.nextBoolean());
    }
  }

  private Order stand(EvseRef evse, Random chance) {
    Current most = Current.ofAmps(chance.nextInt(33));
    Power floor = Power.ofWatts(-chance.nextInt(8000));
    Manner manner =
        switch (chance.nextInt(4)) {
          case 0 -> new Manner.ActByItself(new OperatingMode.ExternalSetpoint(floor), most);
          case 1 -> new Manner.ActByItself(new OperatingMode.CentralFrequency(floor), most);
          case 2 -> new Manner.OnPhases(3, Optional.empty());
          default -> new Manner.EachPhase(List.of(most, Current.ofAmps(32), Current.ofAmps(32)));
        };
    return new Order.Stand(
        evse, manner, Interval.of(depot.now, Duration.ofMinutes(1 + chance.nextInt(20))));
  }

  private void order(Order order) {
    var unused = depot.controller.orders().submit(order);
  }

  private void toggleSilence(StationId station) {
    if (!depot.silent.remove(station)) {
      depot.silent.add(station);
    }
  }

  private void refuseOrNot(boolean refuse) {
    var refusal = new IntentOutcome.Refused(List.of(), "not now");
    if (refuse) {
      depot.answers.put(Operate.class, refusal);
      depot.answers.put(PrioritizeCharging.class, refusal);
    } else {
      depot.answers.clear();
    }
  }

  private static ReportedNeed bidirectional() {
    return new ReportedNeed(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Power.ofKilowatts(22)),
        OptionalInt.empty());
  }
}
