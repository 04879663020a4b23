package energy.setpoint.ocpp.traits;

import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.TraitClaims;

/**
 * What the site file says of a station.
 *
 * @param directCurrent true when its EVSEs are DC
 * @param evses how many it has, at least 1
 * @param claims what the file says of its traits, which is believed first
 */
public record Wiring(boolean directCurrent, int evses, TraitClaims claims) {

  /** What it can do by the file and by default, before it is asked. */
  public StationTraits traits() {
    return claims.appliedTo(defaults());
  }

  /** A station is taken to be like this where nobody says otherwise. */
  StationTraits defaults() {
    return (directCurrent ? StationTraits.PLAIN_DC : StationTraits.PLAIN_AC).withEvses(evses);
  }
}
