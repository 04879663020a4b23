package energy.setpoint.optimizer.why;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import energy.setpoint.optimizer.*;
import energy.setpoint.core.session.*;
import energy.setpoint.core.site.*;
import energy.setpoint.core.quantity.*;
import energy.setpoint.testkit.plan.*;
import java.time.*;
import org.junit.jupiter.api.Test;

class DemoTest {
  void show(ProblemBuilder b) {
    var p = Planned.of(b);
    var e = Explanations.of(p.problem(), p.plan());
    var t = new WhyText(p.problem().grid(), ZoneId.of("UTC"));
    System.out.println("=== " + p.plan().report().status() + " " + p.plan().prices().map(x -> x.vehicles()+" "+x.limits()).orElse(""));
    for (var v : p.problem().vehicles()) System.out.print(t.of(e.find(v.session()).orElseThrow()));
    for (var v : p.problem().batteries()) System.out.print(t.of(e.find(v.battery().id()).orElseThrow()));
    for (var s : e.shortfalls(Duration.ofMinutes(1))) { System.out.println(t.of(s)); System.out.println(s); }
    var w = new WhatIf(e, Optimizers.linearWithFallback());
    for (var v : p.problem().vehicles()) {
      System.out.println(w.leavesLater(v.session(), Duration.ofHours(1), Duration.ofMinutes(1)).map(t::of));
      System.out.println(w.leavesLater(v.session(), Duration.ofHours(-1), Duration.ofMinutes(1)).map(t::of));
      System.out.println(w.wantsMore(v.session(), Energy.ofKilowattHours(1), Duration.ofMinutes(1)).map(t::of));
      System.out.println(w.wantsLittleMore(v.session(), Energy.ofKilowattHours(1)).map(t::of));
    }
  }
  @Test void a() { show(hours(8).buyingAt(0.30, 0.30, 0.12, 0.12, 0.15, 0.30).mainFuse(100).circuit("west","main",32)
     .with(aVehicle("van").on("west").connected(0,6).holding(0).wanting(24).atMostKw(11))
     .with(aVehicle("bus").on("west").connected(1,5).holding(0).wanting(30).atMostKw(22))); }
  @Test void b() { show(hours(8).buyingAt(0.30, 0.30, 0.12, 0.12, 0.15, 0.30).mainFuse(100).circuit("west","main",32)
     .with(aVehicle("bus7").on("west").connected(0,4).holding(0).wanting(58).atMostKw(22))
     .with(aVehicle("car").on("west").loading(Phase.L1).connected(0,4).holding(0).wanting(12).atMostKw(7.4).of(20))
     .with(aVehicle("late").on("main").connected(1,2).holding(0).wanting(18).atMostKw(11).of(50))); }
  @Test void c() { show(hours(6).buyingAt(0.10, 0.15, 0.40, 0.40, 0.30).sellingAt(0.05).peakPrice(3,0).solarKw("main",0,0,4,0,0,0).loadKw("main",3,3,9,9,3,3)
     .with(aVehicle("van").connected(0,6).holding(0).wanting(20).atMostKw(11))
     .with(aVehicle("v2g").connected(0,6).holding(30).wanting(40).feedingBack(11,10,20).efficiency(0.95).wear(0.02))
     .with(aBattery("bat").of(20).holding(5).atMostKw(8).efficiency(0.95).restWorth(0.15))); }
}
