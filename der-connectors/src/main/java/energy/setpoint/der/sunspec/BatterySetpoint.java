package energy.setpoint.der.sunspec;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.der.template.RegisterControl;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.RegisterWrite;
import energy.setpoint.der.template.SignConvention;
import energy.setpoint.der.template.Transport.SunSpecControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How a battery is told to charge and discharge. */
final class BatterySetpoint {

  static final String NEEDED =
      "has neither model 704 with 702 nor 124, or not with the points for a setpoint";

  /** StorCtl_Mod of model 124: both the charging and the discharging rate are in force. */
  private static final int BOTH_RATES = 3;

  private static final int FROM_GRID = 1;
  private static final int IN_WATTS = 1;

  private BatterySetpoint() {}

  static Optional<RegisterControl> of(Discovery.Found found, SunSpecControl control) {
    return newer(found, control).or(() -> older(found, control));
  }

  private static Optional<RegisterControl> newer(Discovery.Found found, SunSpecControl control) {
    Optional<Model> model =
        found.all(ModelLayout.DER_CONTROLS).stream()
            .filter(it -> it.has("WSet") && it.has("WSetEna"))
            .findFirst();
    OptionalDouble in =
        Ratings.first(
            found, ModelLayout.DER_CAPACITY, "WChaRteMax", "WChaRteMaxRtg", "WMax", "WMaxRtg");
    OptionalDouble out =
        Ratings.first(
            found,
            ModelLayout.DER_CAPACITY,
            "WDisChaRteMax",
            "WDisChaRteMaxRtg",
            "WMax",
            "WMaxRtg");
    if (model.isEmpty() || in.isEmpty() || out.isEmpty()) {
      return Optional.empty();
    }
    Reversion around = new Reversion(model.get(), control);
    List<RegisterWrite> before =
        Stream.concat(
                around.set(IN_WATTS, "WSetMod").stream(), around.set(0, "WSetEnaRvrt").stream())
            .toList();
    return setpoint(
        new Band(-out.getAsDouble(), in.getAsDouble()),
        before,
        model.get().command("WSet", 1, SignConvention.GENERATION),
        Optional.empty(),
        around.switchOn("WSetRvrtTms", "WSetEna", 1),
        new Switch("WSetEna", model.get().has("WSetRvrtTms")),
        around);
  }

  /**
   * Model 124 knows the most that may go in and out. With both ends of that band on the same power,
   * one of them negative, the battery has no choice. There is one rated power for both directions.
   */
  private static Optional<RegisterControl> older(Discovery.Found found, SunSpecControl control) {
    OptionalDouble rated = Ratings.first(found, ModelLayout.STORAGE, "WChaMax");
    Optional<Model> model =
        found.all(ModelLayout.STORAGE).stream()
            .filter(it -> it.has("OutWRte") && it.has("InWRte") && it.has("StorCtl_Mod"))
            .findFirst();
    if (model.isEmpty() || rated.isEmpty()) {
      return Optional.empty();
    }
    Reversion around = new Reversion(model.get(), control);
    List<RegisterWrite> before = new ArrayList<>(around.set(FROM_GRID, "ChaGriSet"));
    before.addAll(around.set(0, "InOutWRte_WinTms", "InOutWRte_RmpTms"));
    double percent = rated.getAsDouble() / 100;
    return setpoint(
        new Band(-rated.getAsDouble(), rated.getAsDouble()),
        before,
        model.get().command("OutWRte", percent, SignConvention.GENERATION),
        Optional.of(model.get().command("InWRte", percent, SignConvention.LOAD)),
        around.switchOn("InOutWRte_RvrtTms", "StorCtl_Mod", BOTH_RATES),
        new Switch("StorCtl_Mod", model.get().has("InOutWRte_RvrtTms")),
        around);
  }

  private static Optional<RegisterControl> setpoint(
      Band band,
      List<RegisterWrite> before,
      RegisterPoint point,
      Optional<RegisterPoint> second,
      List<RegisterWrite> after,
      Switch enable,
      Reversion around) {
    if (point.encode(band.lowestW()).isEmpty() || point.encode(band.highestW()).isEmpty()) {
      return Optional.empty();
    }
    SunSpecControl control = around.control();
    return Optional.of(
        new RegisterControl(
            before,
            point,
            second,
            true,
            Power.ofWatts(band.lowestW()),
            Power.ofWatts(band.highestW()),
            control.refresh(),
            enable.whenContactIsLost(),
            control.shortestInterval(),
            Optional.of(Switch.readBack(point)),
            Optional.empty(),
            after,
            List.of(around.model().write(enable.name(), 0))));
  }

  /** From the strongest discharge to the strongest charge, load convention. */
  private record Band(double lowestW, double highestW) {}
}
