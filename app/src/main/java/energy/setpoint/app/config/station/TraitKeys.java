package energy.setpoint.app.config.station;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.OperationMode;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Reads traits, of one station in a site file or of a kind of stations in a list of quirks. */
public final class TraitKeys {

  private static final int MOST = 100_000;

  private TraitKeys() {}

  /** What the keys of the group say; what they do not name stays open. */
  public static TraitClaims read(Section keys) {
    var claims = new TraitClaims.Builder();
    if (keys.has("rateUnits")) {
      Set<RateUnit> units = EnumSet.noneOf(RateUnit.class);
      units.addAll(keys.list("rateUnits", Kinds.choice(RateUnit.class)));
      if (units.isEmpty()) {
        keys.problem("rateUnits", "is empty, expected A, W or both.");
      } else {
        claims.rateUnits(units);
      }
    }
    if (keys.has("maxStackLevel")) {
      claims.maxStackLevel(keys.read("maxStackLevel", Kinds.wholeNumber(0, 1000)));
    }
    if (keys.has("maxPeriods")) {
      claims.maxPeriods(keys.read("maxPeriods", Kinds.wholeNumber(1, MOST)));
    }
    if (keys.has("maxProfiles")) {
      claims.maxProfiles(keys.read("maxProfiles", Kinds.wholeNumber(1, MOST)));
    }
    abilities(keys, claims);
    operationModes(keys, claims);
    if (keys.has("energyTransferModes")) {
      claims.energyTransferModes(new HashSet<>(keys.list("energyTransferModes", Kinds.TEXT)));
    }
    if (keys.has("derControls")) {
      claims.derControls(new HashSet<>(keys.list("derControls", Kinds.TEXT)));
    }
    return claims.build();
  }

  private static void abilities(Section keys, TraitClaims.Builder claims) {
    Set<Ability> with = EnumSet.noneOf(Ability.class);
    with.addAll(keys.list("with", Kinds.choice(Ability.class)));
    with.forEach(ability -> claims.ability(ability, true));
    for (Ability ability : keys.list("without", Kinds.choice(Ability.class))) {
      if (with.contains(ability)) {
        keys.problem("without", "has " + ability + ", which stands in with, too.");
      }
      claims.ability(ability, false);
    }
  }

  /** The key {@code setpoints} is a short word for the mode that matters most. */
  private static void operationModes(Section keys, TraitClaims.Builder claims) {
    if (keys.has("operationModes")) {
      Set<OperationMode> modes = EnumSet.of(OperationMode.CHARGING_ONLY);
      modes.addAll(keys.list("operationModes", Kinds.choice(OperationMode.class)));
      claims.operationModes(modes);
      if (keys.has("setpoints")) {
        keys.problem("setpoints", "stands beside operationModes, expected only one of both.");
      }
    } else if (keys.has("setpoints")) {
      Set<OperationMode> modes = EnumSet.of(OperationMode.CHARGING_ONLY);
      if (keys.read("setpoints", Kinds.FLAG)) {
        modes.add(OperationMode.CENTRAL_SETPOINT);
      }
      claims.operationModes(modes);
    }
  }
}
