package energy.setpoint.ocpp.traits;

import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The traits of a station, and who said each of them. */
public record KnownTraits(StationTraits traits, List<TraitValue> values) {

  public KnownTraits {
    values = List.copyOf(values);
  }

  /** What one source says. */
  record Layer(TraitSource source, String because, TraitClaims claims) {}

  /**
   * @param layers the one to be believed first in front
   */
  static KnownTraits of(StationTraits defaults, List<Layer> layers) {
    StationTraits traits = defaults;
    for (Layer layer : layers.reversed()) {
      traits = layer.claims().appliedTo(traits);
    }
    return new KnownTraits(traits, new Display(traits, layers).values());
  }

  /** Finds for each trait the layer that was believed. */
  private record Display(StationTraits traits, List<Layer> layers) {

    List<TraitValue> values() {
      List<TraitValue> values = new ArrayList<>();
      values.add(value("rateUnits", names(traits.rateUnits()), TraitClaims::rateUnits));
      values.add(value("maxStackLevel", traits.maxStackLevel(), TraitClaims::maxStackLevel));
      values.add(value("maxPeriods", traits.maxPeriods(), TraitClaims::maxPeriods));
      String profiles = traits.maxProfiles().map(String::valueOf).orElse("unknown");
      values.add(value("maxProfiles", profiles, TraitClaims::maxProfiles));
      values.add(
          value("operationModes", names(traits.operationModes()), TraitClaims::operationModes));
      values.add(
          value(
              "energyTransferModes",
              names(traits.energyTransferModes()),
              TraitClaims::energyTransferModes));
      values.add(value("derControls", names(traits.derControls()), TraitClaims::derControls));
      for (Ability ability : Ability.values()) {
        values.add(
            value(
                ability.name(),
                traits.can(ability) ? "yes" : "no",
                claims -> Optional.ofNullable(claims.abilities().get(ability))));
      }
      return values;
    }

    private TraitValue value(String name, Object value, Function<TraitClaims, Optional<?>> claim) {
      return layers.stream()
          .filter(layer -> claim.apply(layer.claims()).isPresent())
          .findFirst()
          .map(
              layer -> new TraitValue(name, String.valueOf(value), layer.source(), layer.because()))
          .orElseGet(() -> new TraitValue(name, String.valueOf(value), TraitSource.DEFAULT, ""));
    }

    private static String names(Collection<?> values) {
      return values.isEmpty()
          ? "none"
          : values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }
  }
}
