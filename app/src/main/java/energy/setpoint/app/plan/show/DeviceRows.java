package energy.setpoint.app.plan.show;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The part of a plan's table that has a row for each device. */
record DeviceRows(PlanningProblem problem, Plan plan, Lines lines) {

  /** Rows for vehicles; more than fit on a screen say no more. */
  private static final int MOST_ROWS = 60;

  void write() {
    vehicles();
    batteries();
    loads();
    sun();
  }

  private void vehicles() {
    if (plan.vehicles().isEmpty()) {
      return;
    }
    lines.add(
        "%-20s %10s %10s %10s %10s  %-9s  %-9s  %-9s",
        "Vehicle",
        "takes kWh",
        "gives kWh",
        "leaves kWh",
        "short kWh",
        "first",
        "last",
        "departure");
    int shown = Math.min(MOST_ROWS, plan.vehicles().size());
    for (int i = 0; i < shown; i++) {
      vehicle(problem.vehicles().get(i), plan.vehicles().get(i).power());
    }
    if (shown < plan.vehicles().size()) {
      lines.add(
          "  and %d more; %d vehicles are short",
          plan.vehicles().size() - shown, plan.shortfalls().size());
    }
    lines.add("");
  }

  private void vehicle(VehicleDemand demand, PowerCurve power) {
    double missing =
        plan.shortfalls().stream()
            .filter(s -> s.session().equals(demand.session()))
            .map(Shortfall::missing)
            .mapToDouble(energy -> energy.kilowattHours())
            .sum();
    lines.add(
        "%-20s %10.2f %10.2f %10.2f %10s  %-9s  %-9s  %-9s",
        demand.session(),
        sum(power, 1),
        sum(power, -1),
        StoredEnergy.of(demand, power).atEnd().kilowattHours(),
        missing > 0 ? String.format(Locale.ROOT, "%.2f", missing) : "-",
        first(power).map(PlanTable.TIME::format).orElse("-"),
        last(power).map(PlanTable.TIME::format).orElse("-"),
        PlanTable.TIME.format(demand.connected().end()));
  }

  private static double sum(PowerCurve power, int sign) {
    double kilowattHours = 0;
    for (int step = 0; step < power.size(); step++) {
      kilowattHours += Math.max(0, sign * power.energy(step).kilowattHours());
    }
    return kilowattHours;
  }

  /** When charging begins. */
  private static Optional<Instant> first(PowerCurve power) {
    for (int step = 0; step < power.size(); step++) {
      if (power.watts(step) > PlanTable.LEAST_WATTS) {
        return Optional.of(power.grid().boundaries().get(step));
      }
    }
    return Optional.empty();
  }

  /** When charging is over. */
  private static Optional<Instant> last(PowerCurve power) {
    for (int step = power.size() - 1; step >= 0; step--) {
      if (power.watts(step) > PlanTable.LEAST_WATTS) {
        return Optional.of(power.grid().boundaries().get(step + 1));
      }
    }
    return Optional.empty();
  }

  private void batteries() {
    if (plan.batteries().isEmpty()) {
      return;
    }
    lines.add("%-20s %10s %10s %10s", "Battery", "takes kWh", "gives kWh", "holds kWh");
    for (int i = 0; i < plan.batteries().size(); i++) {
      BatteryPlan battery = plan.batteries().get(i);
      lines.add(
          "%-20s %10.2f %10.2f %10.2f",
          battery.battery(),
          sum(battery.power(), 1),
          sum(battery.power(), -1),
          StoredEnergy.of(problem.batteries().get(i), battery.power()).atEnd().kilowattHours());
    }
    lines.add("");
  }

  private void loads() {
    if (plan.loads().isEmpty()) {
      return;
    }
    lines.add(
        "%-20s %10s %10s %10s %10s  %-9s  %-9s",
        "Flexible load", "takes kWh", "", "", "short kWh", "first", "last");
    for (LoadPlan load : plan.loads()) {
      double missing = load.missing().kilowattHours();
      lines.add(
          "%-20s %10.2f %10s %10s %10s  %-9s  %-9s",
          load.load(),
          sum(load.power(), 1),
          "",
          "",
          missing > 0 ? String.format(Locale.ROOT, "%.2f", missing) : "-",
          first(load.power()).map(PlanTable.TIME::format).orElse("-"),
          last(load.power()).map(PlanTable.TIME::format).orElse("-"));
    }
    lines.add("");
  }

  private void sun() {
    if (plan.inverters().isEmpty()) {
      return;
    }
    lines.add("%-20s %10s %10s %10s", "Solar on circuit", "", "gives kWh", "unused kWh");
    for (int i = 0; i < plan.inverters().size(); i++) {
      SolarPlan inverter = plan.inverters().get(i);
      double possible = sum(problem.solar().get(i).production(), -1);
      double used = sum(inverter.production(), -1);
      lines.add("%-20s %10s %10.2f %10.2f", inverter.circuit(), "", used, possible - used);
    }
    lines.add("");
  }
}
