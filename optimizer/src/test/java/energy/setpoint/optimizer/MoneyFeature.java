package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;

import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.money.PeakPrice.Tier;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Something that costs or earns money, added to a problem with random figures. */
enum MoneyFeature {
  FEES_AND_TAXES {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem.fees(0.05 + 0.1 * random.nextDouble(), 0.02 * random.nextDouble());
      problem.taxes(0.21, 0.1 * random.nextDouble());
    }
  },
  CARBON {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      double[] grams = random.doubles(12, 50, 700).toArray();
      problem.carbon(0.1 + 0.2 * random.nextDouble(), grams);
    }
  },
  SEVERAL_DEMAND_CHARGES {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem
          .with(new PeakPrice(1 + random.nextDouble(), kilowatts(random, 5)).named("month"))
          .with(
              new PeakPrice(2, Power.ZERO)
                  .named("evening")
                  .within(List.of(Interval.of(at(1.1), Duration.ofMinutes(70)))));
    }
  },
  RISING_TIERS {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      List<Tier> tiers =
          List.of(
              new Tier(Power.ZERO, 0.1),
              new Tier(kilowatts(random, 15), 0.4),
              new Tier(Power.ofKilowatts(20), 1.5));
      problem.with(
          new PeakPrice(
              "tiers", tiers, kilowatts(random, 8), List.of(), Duration.ZERO, Energy.ZERO));
    }
  },
  CONTRACT_CAPACITY {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem.with(PeakPrice.contract("contract", kilowatts(random, 30), 3));
    }
  },
  METER_SLOWER_THAN_THE_PLAN {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem.with(
          new PeakPrice(1.5, kilowatts(random, 4))
              .metered(Duration.ofMinutes(60), Energy.ofKilowattHours(3 * random.nextDouble())));
    }
  },
  WEAR {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem
          .with(
              aVehicle("two-way")
                  .connected(0, 3)
                  .holding(30)
                  .wanting(35)
                  .feedingBack(11, 10, 15)
                  .efficiency(0.92)
                  .wear(0.05 * random.nextDouble()))
          .with(
              aBattery("worn").of(20).holding(9).efficiency(0.95).wear(0.04 * random.nextDouble()));
    }
  },
  PRICE_OF_BEING_LATE {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem.with(
          aVehicle("patient")
              .connected(0, 2)
              .holding(0)
              .wanting(30)
              .latePrice(random.nextDouble()));
    }
  },
  PAID_EVENT {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      Obligation paid =
          new Obligation.Paid(
              5 * random.nextDouble(), EnergyPrice.ofKilowattHour(random.nextDouble()));
      problem
          .with(GridEvent.cap("less", hourFrom(0.5), kilowatts(random, 12), paid))
          .with(
              GridEvent.dispatch(
                  "target", hourFrom(1), Power.ofKilowatts(14), Power.ofKilowatts(1), paid));
    }
  },
  SUN_THAT_CAN_HOLD_BACK {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem
          .sellingAt(random.doubles(12, -0.2, 0.04).toArray())
          .curtailableSolarKw("main", random.doubles(12, 0, 40).toArray());
    }
  },
  FLEXIBLE_LOAD {
    @Override
    void addTo(ProblemBuilder problem, Random random) {
      problem.with(
          new FlexibleLoad(
              new DeviceId("heat-pump"),
              new CircuitId("main"),
              List.of(Phase.values()),
              new Interval(at(0.4), at(2.6)),
              Energy.ofKilowattHours(4 * random.nextDouble()),
              Power.ofKilowatts(3),
              1));
    }
  };

  abstract void addTo(ProblemBuilder problem, Random random);

  private static Power kilowatts(Random random, double most) {
    return Power.ofKilowatts(most * random.nextDouble());
  }

  private static Instant at(double hour) {
    return ProblemBuilder.START.plusSeconds(Math.round(3600 * hour));
  }

  private static Interval hourFrom(double hour) {
    return Interval.of(at(hour), Duration.ofHours(1));
  }
}
