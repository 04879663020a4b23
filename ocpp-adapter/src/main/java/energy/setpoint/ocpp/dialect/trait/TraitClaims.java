package energy.setpoint.ocpp.dialect.trait;

import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one source says of a station: its owner in the site file, a list of quirks, or the station
 * itself. Each trait is said or left open; the ranges are those of {@link StationTraits}.
 *
 * @param abilities true for what it can do, false for what it cannot; open when absent
 */
public record TraitClaims(
    Optional<Set<RateUnit>> rateUnits,
    Optional<Integer> maxStackLevel,
    Optional<Integer> maxPeriods,
    Optional<Integer> maxProfiles,
    Map<Ability, Boolean> abilities,
    Optional<Set<OperationMode>> operationModes,
    Optional<Set<String>> energyTransferModes,
    Optional<Set<String>> derControls) {

  /** Says nothing. */
  public static final TraitClaims NONE = new Builder().build();

  public TraitClaims {
    rateUnits = rateUnits.map(Set::copyOf);
    abilities = Map.copyOf(abilities);
    operationModes = operationModes.map(Set::copyOf);
    energyTransferModes = energyTransferModes.map(Set::copyOf);
    derControls = derControls.map(Set::copyOf);
    if (rateUnits.filter(Set::isEmpty).isPresent()
        || maxStackLevel.filter(it -> it < 0).isPresent()
        || maxPeriods.filter(it -> it < 1).isPresent()
        || maxProfiles.filter(it -> it < 1).isPresent()) {
      throw new IllegalArgumentException(
          "A station takes at least one rate unit, stack level 0, one period and one profile.");
    }
  }

  /** The traits with what is said here in place of what was there. */
  public StationTraits appliedTo(StationTraits traits) {
    Set<Ability> can = EnumSet.noneOf(Ability.class);
    can.addAll(traits.abilities());
    abilities.forEach((ability, has) -> {
      if (has) {
        can.add(ability);
      } else {
        can.remove(ability);
      }
    });
    return new StationTraits(
        traits.directCurrent(),
        traits.evses(),
        rateUnits.orElse(traits.rateUnits()),
        maxStackLevel.orElse(traits.maxStackLevel()),
        maxPeriods.orElse(traits.maxPeriods()),
        maxProfiles.or(traits::maxProfiles),
        can,
        operationModes.orElse(traits.operationModes()),
        energyTransferModes.orElse(traits.energyTransferModes()),
        derControls.orElse(traits.derControls()));
  }

  /** Collects what is said; what is not named stays open. */
  public static final class Builder {

    private Optional<Set<RateUnit>> rateUnits = Optional.empty();
    private Optional<Integer> maxStackLevel = Optional.empty();
    private Optional<Integer> maxPeriods = Optional.empty();
    private Optional<Integer> maxProfiles = Optional.empty();
    private final Map<Ability, Boolean> abilities = new EnumMap<>(Ability.class);
    private Optional<Set<OperationMode>> operationModes = Optional.empty();
    private Optional<Set<String>> energyTransferModes = Optional.empty();
    private Optional<Set<String>> derControls = Optional.empty();

    public Builder rateUnits(Set<RateUnit> units) {
      rateUnits = Optional.of(units);
      return this;
    }

    public Builder maxStackLevel(int level) {
      maxStackLevel = Optional.of(level);
      return this;
    }

    public Builder maxPeriods(int periods) {
      maxPeriods = Optional.of(periods);
      return this;
    }

    public Builder maxProfiles(int profiles) {
      maxProfiles = Optional.of(profiles);
      return this;
    }

    public Builder ability(Ability ability, boolean has) {
      abilities.put(ability, has);
      return this;
    }

    public Builder operationModes(Set<OperationMode> modes) {
      operationModes = Optional.of(modes);
      return this;
    }

    public Builder energyTransferModes(Set<String> modes) {
      energyTransferModes = Optional.of(modes);
      return this;
    }

    public Builder derControls(Set<String> controls) {
      derControls = Optional.of(controls);
      return this;
    }

    public TraitClaims build() {
      return new TraitClaims(
          rateUnits,
          maxStackLevel,
          maxPeriods,
          maxProfiles,
          abilities,
          operationModes,
          energyTransferModes,
          derControls);
    }
  }
}
