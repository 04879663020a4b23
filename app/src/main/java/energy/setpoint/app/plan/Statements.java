package energy.setpoint.app.plan;

import energy.setpoint.app.plan.result.Cost;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.time.PowerCurve;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a result states, against what follows from its powers. */
record Statements(Plan plan, List<String> found) {

  /** Money that rounded powers explain: a cent, or a ten-thousandth. */
  private static final double NOISE_COST = 0.01;

  private static final double NOISE_COST_SHARE = 1e-4;

  /** Power and energy that rounded powers explain. */
  private static final double NOISE = 1;

  private static final double NOISE_SHARE = 1e-5;

  void check(PlanDocument result) {
    result.cost().ifPresent(this::checkCost);
    checkGrid(result.gridW());
    if (!result.shortfalls().isEmpty() || result.cost().isPresent()) {
      checkShortfalls(result);
    }
  }

  private void checkCost(Cost cost) {
    cost.total().ifPresent(total -> money("total", total, plan.cost().total()));
    cost.energyImport().ifPresent(v -> money("energyImport", v, plan.cost().energyImport()));
    cost.energyExport().ifPresent(v -> money("energyExport", v, plan.cost().energyExport()));
    cost.peak().ifPresent(v -> money("peak", v, plan.cost().peak()));
    cost.carbonKg()
        .ifPresent(kg -> amount("Carbon dioxide", "kg", kg, plan.cost().carbonKilograms()));
    if (!cost.items().isEmpty()) {
      checkItems(cost.items());
    }
  }

  private void checkItems(List<Cost.Item> items) {
    Map<CostItem.Kind, Double> stated = new EnumMap<>(CostItem.Kind.class);
    items.forEach(item ->
        item.kind().ifPresent(kind -> stated.merge(kind, item.amount().orElse(0.0), Double::sum)));
    Map<CostItem.Kind, Double> actual = new EnumMap<>(CostItem.Kind.class);
    plan.cost().items().forEach(item -> actual.merge(item.kind(), item.amount(), Double::sum));
    for (CostItem.Kind kind : CostItem.Kind.values()) {
      money(kind.name(), stated.getOrDefault(kind, 0.0), actual.getOrDefault(kind, 0.0));
    }
  }

  void money(String what, double stated, double actual) {
    if (Math.abs(stated - actual) > Math.max(NOISE_COST, NOISE_COST_SHARE * Math.abs(actual))) {
      add("The cost (%s) is stated as %.6f, but is %.6f.", what, stated, actual);
    }
  }

  void amount(String what, String unit, double stated, double actual) {
    if (Math.abs(stated - actual) > NOISE + NOISE_SHARE * Math.abs(actual)) {
      add("%s is stated as %.1f %s, but is %.1f %s.", what, stated, unit, actual, unit);
    }
  }

  private void checkGrid(List<Double> stated) {
    PowerCurve actual = plan.gridPower();
    if (stated.isEmpty()) {
      return;
    }
    if (stated.size() != 1 && stated.size() != actual.size()) {
      add("gridW has %d values for %d steps.", stated.size(), actual.size());
      return;
    }
    for (int step = 0; step < actual.size(); step++) {
      double watts = stated.get(stated.size() == 1 ? 0 : step);
      amount("Grid power in step " + step, "W", watts, actual.watts(step));
    }
  }

  private void checkShortfalls(PlanDocument result) {
    Map<String, Double> stated = new HashMap<>();
    result
        .shortfalls()
        .forEach(s -> stated.merge(s.session().orElse(""), s.missingWh().orElse(0.0), Double::sum));
    for (Shortfall shortfall : plan.shortfalls()) {
      String who = shortfall.session().value();
      double missing = Optional.ofNullable(stated.remove(who)).orElse(0.0);
      amount("What vehicle " + who + " misses", "Wh", missing, shortfall.missing().wattHours());
    }
    stated.forEach((who, missing) -> amount("What vehicle " + who + " misses", "Wh", missing, 0));
    for (int i = 0; i < plan.loads().size(); i++) {
      checkLoad(result, plan.loads().get(i));
    }
  }

  private void checkLoad(PlanDocument result, LoadPlan load) {
    result.flexibleLoads().stream()
        .filter(stated -> stated.load().equals(Optional.of(load.load().value())))
        .findFirst()
        .flatMap(PlanDocument.FlexibleLoadCurve::missingWh)
        .ifPresent(missing ->
            amount(
                "What load " + load.load() + " misses", "Wh", missing, load.missing().wattHours()));
  }

  void add(String format, Object... values) {
    found.add(String.format(Locale.ROOT, format, values));
  }
}
