package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.session.IdToken;
import java.util.Optional;

/** Identifications as stations write them. */
public final class Tokens {

  private Tokens() {}

  /** Empty when a station sent a blank one, as it does when nobody was identified. */
  public static Optional<IdToken> find(String written) {
    return written.isBlank() ? Optional.empty() : Optional.of(new IdToken(written.strip()));
  }

  public static boolean isAccepted(String written, StationContext context) {
    return find(written).filter(context::accepts).isPresent();
  }
}
