package energy.setpoint.ocpp.traits;

import java.util.ArrayList;
import java.util.List;

/**
 * The quirks that are known, the ones to be believed first in front.
 *
 * @param all user's own before bundled ones
 */
public record Quirks(List<Quirk> all) {

  public static final Quirks NONE = new Quirks(List.of());

  public Quirks {
    all = List.copyOf(all);
  }

  /** These, and behind them the others. */
  public Quirks before(Quirks others) {
    List<Quirk> both = new ArrayList<>(all);
    both.addAll(others.all());
    return new Quirks(both);
  }

  List<Quirk> of(Identity station) {
    return all.stream().filter(quirk -> quirk.fits(station)).toList();
  }
}
