package energy.setpoint.core.tariff.driver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tariff that a station holds, by its id.
 *
 * @param validFrom from when it may be used; empty for at once
 * @param evses numbers of the EVSEs that it is for
 * @param idTokens of the drivers that it is for; empty for all of them
 */
public record TariffAssignment(
    String tariffId,
    Kind kind,
    Optional<Instant> validFrom,
    List<Integer> evses,
    List<String> idTokens) {

  public TariffAssignment {
    evses = List.copyOf(evses);
    idTokens = List.copyOf(idTokens);
  }

  /** For whom it is. */
  public enum Kind {
    /** For whoever has no tariff of his own. */
    DEFAULT,
    /** For the driver of a transaction. */
    DRIVER
  }
}
