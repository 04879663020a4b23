package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.Vehicle;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the known vehicles, what is assumed of the others, and who may charge. */
final class VehicleSections {

  private enum Accept {
    ALL,
    LISTED
  }

  private VehicleSections() {}

  /** An entry with {@code idTokens} describes several vehicles that are alike. */
  static List<Vehicle> vehicles(Section site) {
    Identities tokens = new Identities();
    List<Vehicle> vehicles = new ArrayList<>();
    for (Section section : site.sections("vehicles")) {
      List<IdToken> names = tokens(section, tokens);
      double capacityKwh = section.read("capacityKwh", Kinds.above(0));
      int phases = section.read("phases", Kinds.wholeNumber(1, 3), 3);
      double maxChargeKw = section.read("maxChargeKw", Kinds.above(0), 11.0);
      double maxDischargeKw = section.read("maxDischargeKw", Kinds.atLeast(0), 0.0);
      double target = section.read("targetSocPercent", Kinds.within(0, 100), 100.0);
      double floor = section.read("floorSocPercent", Kinds.within(0, 100), 20.0);
      LocalTime departure = section.read("departure", Kinds.TIME_OF_DAY);
      for (IdToken name : names) {
        section
            .build(() ->
                new Vehicle(
                    name,
                    Energy.ofKilowattHours(capacityKwh),
                    phases,
                    Power.ofKilowatts(maxChargeKw),
                    Power.ofKilowatts(maxDischargeKw),
                    StateOfCharge.ofPercent(target),
                    StateOfCharge.ofPercent(floor),
                    departure))
            .ifPresent(vehicles::add);
      }
    }
    return List.copyOf(vehicles);
  }

  static GuestNeed guests(Section section) {
    GuestNeed usual = GuestNeed.DEFAULTS;
    double energyKwh = section.read("energyKwh", Kinds.above(0), usual.energy().kilowattHours());
    double stayHours =
        section.read("stayHours", Kinds.within(0.25, 168), usual.stay().toMinutes() / 60.0);
    double maxKw = section.read("maxKw", Kinds.above(0), usual.maxCharge().kilowatts());
    int phases = section.read("phases", Kinds.wholeNumber(1, 3), usual.phases());
    return section
        .build(() ->
            new GuestNeed(
                Energy.ofKilowattHours(energyKwh),
                Duration.ofMinutes(Math.round(stayHours * 60)),
                Power.ofKilowatts(maxKw),
                phases))
        .orElse(usual);
  }

  static Authorization authorization(Section section, List<Vehicle> vehicles) {
    Accept accept = section.read("accept", Kinds.choice(Accept.class), Accept.ALL);
    List<IdToken> listed = new Identities().readAllNew(section, "tokens", IdToken::new);
    List<IdToken> all =
        Stream.concat(vehicles.stream().map(Vehicle::idToken), listed.stream()).toList();
    return section
        .build(() -> new Authorization(accept == Accept.ALL, all))
        .orElseGet(() -> new Authorization(false, List.of()));
  }

  private static List<IdToken> tokens(Section section, Identities tokens) {
    if (section.has("idTokens")) {
      return tokens.readAllNew(section, "idTokens", IdToken::new);
    }
    return List.of(tokens.readNew(section, "idToken", new IdToken("x"), IdToken::new));
  }
}
