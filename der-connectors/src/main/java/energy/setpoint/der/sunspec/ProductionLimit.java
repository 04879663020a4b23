package energy.setpoint.der.sunspec;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.template.RegisterControl;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterWrite;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.Transport.SunSpecControl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the production of an inverter is limited: as a percentage of the most that it may do. */
final class ProductionLimit {

  static final String NEEDED =
      "has neither model 704 with 702 nor 123 with 121 or 120, or not with the points for a limit";

  private ProductionLimit() {}

  static Optional<RegisterControl> of(Discovery.Found found, SunSpecControl control) {
    return newer(found, control).or(() -> older(found, control));
  }

  private static Optional<RegisterControl> newer(Discovery.Found found, SunSpecControl control) {
    OptionalDouble rated = Ratings.first(found, ModelLayout.DER_CAPACITY, "WMax", "WMaxRtg");
    Optional<Model> model =
        found.all(ModelLayout.DER_CONTROLS).stream()
            .filter(it -> it.has("WMaxLimPct") && it.has("WMaxLimPctEna"))
            .findFirst();
    if (model.isEmpty() || rated.isEmpty()) {
      return Optional.empty();
    }
    Reversion around = new Reversion(model.get(), control);
    return limit(
        model.get(),
        rated.getAsDouble(),
        // When the time is over there is no limit, whatever was set for it before.
        around.set(0, "WMaxLimPctEnaRvrt"),
        around.switchOn("WMaxLimPctRvrtTms", "WMaxLimPctEna", 1),
        new Switch("WMaxLimPctEna", model.get().has("WMaxLimPctRvrtTms")),
        control);
  }

  private static Optional<RegisterControl> older(Discovery.Found found, SunSpecControl control) {
    OptionalDouble setting = Ratings.first(found, ModelLayout.SETTINGS, "WMax");
    OptionalDouble rated =
        setting.isPresent() ? setting : Ratings.first(found, ModelLayout.NAMEPLATE, "WRtg");
    Optional<Model> model =
        found.all(ModelLayout.CONTROLS).stream()
            .filter(it -> it.has("WMaxLimPct") && it.has("WMaxLim_Ena"))
            .findFirst();
    if (model.isEmpty() || rated.isEmpty()) {
      return Optional.empty();
    }
    Reversion around = new Reversion(model.get(), control);
    return limit(
        model.get(),
        rated.getAsDouble(),
        around.set(0, "WMaxLimPct_WinTms", "WMaxLimPct_RmpTms"),
        around.switchOn("WMaxLimPct_RvrtTms", "WMaxLim_Ena", 1),
        new Switch("WMaxLim_Ena", model.get().has("WMaxLimPct_RvrtTms")),
        control);
  }

  private static Optional<RegisterControl> limit(
      Model model,
      double ratedW,
      List<RegisterWrite> before,
      List<RegisterWrite> after,
      Switch enable,
      SunSpecControl control) {
    RegisterPoint percent = model.command("WMaxLimPct", ratedW / 100, SignConvention.LOAD);
    if (percent.encode(ratedW).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RegisterControl(
            before,
            percent,
            Optional.empty(),
            true,
            Power.ZERO,
            Power.ofWatts(ratedW),
            control.refresh(),
            enable.whenContactIsLost(),
            control.shortestInterval(),
            Optional.of(Switch.readBack(percent)),
            Optional.empty(),
            after,
            List.of(model.write(enable.name(), 0))));
  }
}
